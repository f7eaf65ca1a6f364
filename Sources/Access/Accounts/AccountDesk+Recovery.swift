public import CaseRegister
public import ReferralDomain
public import Sealing

extension AccountDesk {
    /// Makes a new paper key of the own unit, which is shown once; the older one opens nothing any more.
    public func newRecoveryKey(holding token: String) async throws(AccountRefusal) -> RecoveryKey {
        let open = try await opened(token)
        let card = open.found.unit.card
        guard InvitationRule.mayPrintKey(open.keys.record.account.role, in: card.institution) else {
            throw .notAllowed
        }
        guard let unit = try? open.keys.unit() else { throw .damaged }
        let made = try recovery(of: unit, card.id)
        try await note(.recoveryMade, by: open.keys.record.account.id, of: card.id)
        try await asked { () async throws(JournalFault) in
            try await store.setRecovery(made.locked, of: card.id)
        }
        return made.key
    }

    /// Opens a unit that nobody can enter any more with its paper key, and invites a member who then invites others.
    ///
    /// What was sealed to the unit opens again for that member: the pair of the unit stays the same. The paper key
    /// stays valid, since whoever uses it may lose the invitation too; the new member prints another one.
    ///
    /// - Throws: `.unknown` without such a unit, `.notAllowed` where it has no such role, `.recoveryKey` where the
    ///   key is another one; each try at a unit stands in the log before its answer.
    public func recover(
        _ id: UnitID, with key: RecoveryKey, as role: Role
    ) async throws(AccountRefusal) -> Invitation {
        let record = try await asked { () async throws(JournalFault) in try await store.unit(id) }
        guard let record else { throw .unknown }
        guard FoundingRule.roles(of: record.card.institution).contains(role) else { throw .notAllowed }
        guard let raw = try? key.unlock(record.recovery, in: AccountPlaces.recovery(of: id)),
            let pair = try? UnitKeyPair(privateRaw: raw), pair.publicKey.raw == record.publicKey
        else {
            try await noteAtMachine(.recoveryRefused, to: nil, of: id)
            throw .recoveryKey
        }
        let account = try await newAccount(role, in: id)
        try await noteAtMachine(.unitRecovered, to: account.id, of: id)
        return try await invitation(for: account, unit: pair)
    }

    /// The units of the house and how many accounts of each may enter.
    public func units() async throws(AccountRefusal) -> [(card: UnitCard, accounts: Int)] {
        let cards = try await asked { () async throws(JournalFault) in try await store.units() }
        let now = clock()
        var units: [(card: UnitCard, accounts: Int)] = []
        for card in cards {
            let accounts = try await asked { () async throws(JournalFault) in
                try await store.accounts(of: card.id)
            }
            units.append((card, accounts.count { $0.isActive(at: now) }))
        }
        return units
    }

    /// A new paper key and the private part of a unit locked with it.
    func recovery(
        of pair: UnitKeyPair, _ unit: UnitID
    ) throws(AccountRefusal) -> (key: RecoveryKey, locked: [UInt8]) {
        do {
            let key = try RecoveryKey(random: random.bytes(RecoveryKey.length))
            let locked = try key.lock(
                pair.privateRaw, in: AccountPlaces.recovery(of: unit), random: { random.bytes($0) })
            return (key, locked)
        } catch { throw .damaged }
    }
}
