import CaseRegister
import ReferralDomain
import Sealing

extension Vault {
    /// The key of a compartment as it is wrapped to the holder's unit; nil where it is not, or no keys are at hand.
    func heldCaseKey(
        _ compartment: Compartment, of id: CaseID, by holder: KeyHolder
    ) async throws(VaultFault) -> SealingKey? {
        let rows = try await asking { () throws(JournalFault) in try await store.caseKeys(of: id) }
        return try open(compartment, of: id, in: rows, by: holder)
    }

    /// The key of a compartment, made and wrapped where there is none yet.
    func caseKey(
        at place: VaultPlace, by holder: KeyHolder, for receivers: [KeyReceiver]
    ) async throws(VaultFault) -> SealingKey {
        let rows = try await asking { () throws(JournalFault) in try await store.caseKeys(of: place.caseID) }
        if rows.contains(where: { $0.grant.compartment == place.compartment }) {
            guard let key = try open(place.compartment, of: place.caseID, in: rows, by: holder) else {
                throw .notHeld
            }
            return key
        }
        let key = try newKey()
        let policy = rules().policy
        let allowed = receivers.filter { policy.mayOpen(place.compartment, $0.institution) }
        guard !allowed.isEmpty else { throw .noReceiver }
        let wrapped = try wrap(key, of: place.caseID, place.compartment, to: allowed)
        try await note(.keyCreated, on: Self.words(of: wrapped, in: place.caseID), by: holder.acting)
        let isFirst = try await asking { () throws(JournalFault) in
            try await store.createCaseKey(wrapped, of: place.caseID)
        }
        if isFirst { return key }
        // Somebody else made it in between: theirs stands.
        guard let theirs = try await heldCaseKey(place.compartment, of: place.caseID, by: holder) else {
            throw .notHeld
        }
        return theirs
    }

    /// The key of a person under the key of a compartment; nil where there is none.
    func personKey(at place: VaultPlace, under key: SealingKey) async throws(VaultFault) -> SealingKey? {
        let sealed = try await asking { () throws(JournalFault) in
            try await store.personKey(of: place.person, place.compartment)
        }
        guard let sealed else { return nil }
        return try sealing { () throws(SealingFault) in
            try Envelope.openKey(sealed, with: key, in: place.personKey)
        }
    }

    /// The key of a person, made where there is none; never again for a person who was shredded.
    func makePersonKey(at place: VaultPlace, under key: SealingKey) async throws(VaultFault) -> SealingKey {
        if let known = try await personKey(at: place, under: key) { return known }
        let made = try newKey()
        let sealed = try sealing { () throws(SealingFault) in
            try Envelope.seal(key: made, with: key, in: place.personKey, random: randomBytes)
        }
        let isFirst = try await asking { () throws(JournalFault) in
            try await store.createPersonKey(sealed, at: place)
        }
        if isFirst { return made }
        guard let theirs = try await personKey(at: place, under: key) else { throw .shredded }
        return theirs
    }

    /// Wraps the key of a compartment to units.
    func wrap(
        _ key: SealingKey, of id: CaseID, _ compartment: Compartment, to receivers: [KeyReceiver]
    ) throws(VaultFault) -> [WrappedKey] {
        var rows: [WrappedKey] = []
        for receiver in receivers {
            let grant = KeyGrant(compartment, receiver.unit)
            let wrapped = try sealing { () throws(SealingFault) in
                try UnitSealing.wrap(key, to: receiver.key, in: Self.context(of: grant, in: id))
            }
            rows.append(WrappedKey(grant, wrapped))
        }
        return rows
    }

    private func open(
        _ compartment: Compartment, of id: CaseID, in rows: [WrappedKey], by holder: KeyHolder
    ) throws(VaultFault) -> SealingKey? {
        let grant = KeyGrant(compartment, holder.acting.unit)
        guard let pair = holder.keys, let row = rows.first(where: { $0.grant == grant }) else { return nil }
        return try sealing { () throws(SealingFault) in
            try pair.unwrap(row.wrapped, in: Self.context(of: grant, in: id))
        }
    }

    func newKey() throws(VaultFault) -> SealingKey {
        try sealing { () throws(SealingFault) in try SealingKey(random: random.bytes(SealingKey.length)) }
    }

    /// The words of wrapped keys in the log: the case, then compartment and unit of each.
    static func words(of rows: [WrappedKey], in id: CaseID) -> [String] {
        [id.text] + rows.flatMap { [$0.grant.compartment.rawValue, $0.grant.unit.text] }
    }

    private static func context(of grant: KeyGrant, in id: CaseID) -> SealingContext {
        SealingContext("case-key", id.text, grant.compartment.rawValue, grant.unit.text)
    }
}
