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

    /// Founds a unit and invites its first member.
    ///
    /// - Throws: `.taken` where there is a unit of this id.
    public func found(_ card: UnitCard, first role: Role) async throws(AccountRefusal) -> Founded {
        let made = try await unit(card)
        let codes = try await asked { () async throws(JournalFault) in try await store.codes() }
        guard let id = AccountCode.next(for: role, after: codes) else { throw .taken }
        let account = Account(id, in: card.id, as: role, created: clock())
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
            let codes = try await asked { () async throws(JournalFault) in try await store.codes() }
            guard let id = AccountCode.next(for: role, after: codes) else { throw .taken }
            let new = PracticeAccount(
                account: Account(id, in: card.id, as: role, created: clock()), passphrase: passphrase(),
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
