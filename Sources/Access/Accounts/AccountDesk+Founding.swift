import CaseRegister
public import ReferralDomain
public import Sealing

extension AccountDesk {
    /// A new unit with its paper key and the invitation of its first member. All three are shown once.
    public struct Founded: Sendable {
        public let invitation: Invitation
        public let recovery: RecoveryKey
    }

    /// Whether nobody has an account here yet.
    public func isEmpty() async throws(AccountRefusal) -> Bool {
        try await asked { () async throws(JournalFault) in try await store.units().isEmpty }
    }

    /// Founds a unit and invites its first member, after writing it into the log.
    ///
    /// - Throws: `.taken` where there is a unit of this id, `.notAllowed` where no unit of this institution has
    ///   such a role.
    public func found(_ card: UnitCard, first role: Role) async throws(AccountRefusal) -> Founded {
        guard FoundingRule.roles(of: card.institution).contains(role) else { throw .notAllowed }
        let known = try await asked { () async throws(JournalFault) in try await store.unit(card.id) }
        guard known == nil else { throw .taken }
        let account = try await newAccount(role, in: card.id)
        try await noteAtMachine(.unitFounded, to: account.id, of: card.id)
        let made = try await unit(card)
        return Founded(
            invitation: try await invitation(for: account, unit: made.pair), recovery: made.recovery)
    }

    /// One account of a practice town, in the clear.
    public struct PracticeAccount: Sendable {
        public let account: Account
        public let passphrase: String
        public let factor: [UInt8]
    }

    /// Founds a unit of a practice town with accounts that need no invitation.
    public func foundForPractice(
        _ card: UnitCard, roles: [Role], passphrase: @Sendable () -> String
    ) async throws(AccountRefusal) -> [PracticeAccount] {
        let made = try await unit(card)
        let enrolment = Enrolment(random: random)
        var accounts: [PracticeAccount] = []
        for role in roles {
            let new = PracticeAccount(
                account: try await newAccount(role, in: card.id), passphrase: passphrase(),
                factor: random.bytes(TimeCode.secretLength))
            let secrets = try await heavy {
                try? enrolment.secrets(
                    of: new.account, passphrase: new.passphrase, factor: new.factor, unit: made.pair)
            }
            guard let secrets else { throw .damaged }
            let isNew = try await asked { () async throws(JournalFault) in
                try await store.add(AccountRecord(new.account, secrets: secrets))
            }
            guard isNew else { throw .taken }
            accounts.append(new)
        }
        return accounts
    }

    /// An account with the next code of its role, which nobody has had.
    func newAccount(_ role: Role, in unit: UnitID) async throws(AccountRefusal) -> Account {
        let codes = try await asked { () async throws(JournalFault) in try await store.codes() }
        guard let id = AccountCode.next(for: role, after: codes) else { throw .taken }
        return Account(id, in: unit, as: role, created: clock())
    }

    private func unit(
        _ card: UnitCard
    ) async throws(AccountRefusal) -> (pair: UnitKeyPair, recovery: RecoveryKey) {
        guard let pair = try? UnitKeyPair(random: random.bytes(UnitKeyPair.length)) else { throw .damaged }
        let made = try recovery(of: pair, card.id)
        let record = UnitRecord(card, publicKey: pair.publicKey.raw, recovery: made.locked)
        let isNew = try await asked { () async throws(JournalFault) in try await store.add(record) }
        guard isNew else { throw .taken }
        return (pair, made.key)
    }
}
