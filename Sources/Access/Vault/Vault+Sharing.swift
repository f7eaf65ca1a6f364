public import CaseRegister
public import ReferralDomain

extension Vault {
    /// Wraps keys of a case to further units, as far as the policy names them; returns who has got what.
    ///
    /// Only a holder can. A compartment in which nothing was sealed yet has no key and is left out: the first
    /// sealing there wraps it.
    ///
    /// - Throws: `.notHeld` where the holder's unit has the key of none of these compartments.
    @discardableResult
    public func share(
        _ compartments: Set<Compartment>, of id: CaseID, with receivers: [KeyReceiver], by holder: KeyHolder
    ) async throws(VaultFault) -> Set<KeyGrant> {
        let policy = rules().policy
        var rows: [WrappedKey] = []
        var holdsAny = false
        for compartment in Compartment.allCases where compartments.contains(compartment) {
            guard let key = try await heldCaseKey(compartment, of: id, by: holder) else { continue }
            holdsAny = true
            let allowed = receivers.filter { policy.mayOpen(compartment, $0.institution) }
            rows += try wrap(key, of: id, compartment, to: allowed)
        }
        guard holdsAny else { throw .notHeld }
        guard !rows.isEmpty else { return [] }
        let wrapped = rows
        try await note(.keyShared, on: Self.words(of: wrapped, in: id), by: holder.acting)
        try await asking { () throws(JournalFault) in try await store.addCaseKeys(wrapped, of: id) }
        return Set(wrapped.map(\.grant))
    }

    /// Takes a key away from a unit, such as the identity from the sender once the person was handed over.
    ///
    /// What was read stays read; an old backup together with the unit's key still opens it.
    ///
    /// - Throws: `.lastHolder` where nobody else could open the compartment any more.
    public func withdraw(_ grant: KeyGrant, of id: CaseID, by acting: Acting) async throws(VaultFault) {
        try await note(
            .keyWithdrawn, on: [id.text, grant.compartment.rawValue, grant.unit.text], by: acting)
        let isGone = try await asking { () throws(JournalFault) in
            try await store.removeCaseKey(grant, of: id)
        }
        guard isGone else { throw .lastHolder }
    }

    /// Destroys the keys of a person in all compartments: nobody can open what was sealed, in no copy.
    ///
    /// The caller records the event `person-shredded`, from which `reapply` works after a restore.
    public func shred(
        _ person: PersonID, of id: CaseID, because reason: String, by acting: Acting
    ) async throws(VaultFault) {
        try await note(.personShredded, on: [id.text, person.text], because: reason, by: acting)
        let tombstone = Tombstone(person, at: clock())
        try await asking { () throws(JournalFault) in try await store.shred([tombstone]) }
    }

    /// Destroys again what the journal says was destroyed, since a restored file may hold the keys again.
    ///
    /// To be called at every start, before anything is opened.
    public func reapply(tombstones: [Tombstone]) async throws(VaultFault) {
        guard !tombstones.isEmpty else { return }
        try await asking { () throws(JournalFault) in try await store.shred(tombstones) }
    }
}
