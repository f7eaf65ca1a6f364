public import CaseRegister
public import ReferralDomain

extension Vault {
    /// Who may open what, as the catalogue in force says.
    public var policy: SealingPolicy { rules().policy }

    /// The units that the plan gives a compartment, with their keys; one without a key is left out.
    public func receivers(
        of compartment: Compartment, in plan: CaseKeyPlan, keys: any UnitKeys
    ) async throws(VaultFault) -> [KeyReceiver] {
        var receivers: [KeyReceiver] = []
        for grant in plan.grants where grant.compartment == compartment {
            if let receiver = try await receiver(grant.unit, in: plan, keys) { receivers.append(receiver) }
        }
        return receivers
    }

    /// Brings the keys of a case in line with its history: destroys, wraps to whom they are owed, takes away.
    ///
    /// Doing it again does nothing more, so that what failed after one act is made good after the next.
    ///
    /// - Returns: what is still owed, since the holder has no key to give; a next holder gives it.
    @discardableResult
    public func settle(
        _ plan: CaseKeyPlan, of id: CaseID, keys: any UnitKeys, by holder: KeyHolder
    ) async throws(VaultFault) -> Set<KeyGrant> {
        try await destroy(plan, of: id, by: holder)
        let held = try await holders(of: id)
        let owed = try await give(plan, of: id, held, keys, by: holder)
        var left = held.isEmpty ? [] : try await holders(of: id)
        for grant in plan.lost.intersection(left)
        where left.contains(where: { $0.compartment == grant.compartment && $0 != grant }) {
            try await withdraw(grant, of: id, by: holder.acting)
            left.remove(grant)
        }
        return owed
    }

    private func destroy(
        _ plan: CaseKeyPlan, of id: CaseID, by holder: KeyHolder
    ) async throws(VaultFault) {
        for (person, reason) in plan.shredded {
            let isGone = try await asking { () throws(JournalFault) in try await store.isShredded(person) }
            if !isGone { try await shred(person, of: id, because: reason, by: holder.acting) }
        }
    }

    /// Wraps what is missing as far as the holder can; what it cannot is returned.
    private func give(
        _ plan: CaseKeyPlan, of id: CaseID, _ held: Set<KeyGrant>, _ keys: any UnitKeys, by holder: KeyHolder
    ) async throws(VaultFault) -> Set<KeyGrant> {
        let sealed = Set(held.map(\.compartment))
        let own = holder.keys == nil ? [] : held.filter { $0.unit == holder.acting.unit }
        let openable = Set(own.map(\.compartment))
        let missing = plan.grants.filter { sealed.contains($0.compartment) && !held.contains($0) }
        var owed: Set<KeyGrant> = []
        for (unit, grants) in Dictionary(grouping: missing, by: \.unit) {
            guard let receiver = try await receiver(unit, in: plan, keys) else { continue }
            let given = openable.intersection(grants.map(\.compartment))
            if !given.isEmpty { try await share(given, of: id, with: [receiver], by: holder) }
            owed.formUnion(grants.filter { !openable.contains($0.compartment) })
        }
        return owed
    }

    private func receiver(
        _ unit: UnitID, in plan: CaseKeyPlan, _ keys: any UnitKeys
    ) async throws(VaultFault) -> KeyReceiver? {
        guard let institution = plan.institutions[unit],
            let key = try await asking({ () throws(JournalFault) in try await keys.publicKey(of: unit) })
        else { return nil }
        return KeyReceiver(unit, of: institution, key: key)
    }
}
