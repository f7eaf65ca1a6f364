public import CaseRegister
public import ReferralDomain
import Sealing

/// Units, accounts and invitations: everything about an account but entering.
public struct AccountDesk: Sendable {
    let store: any AccessStore
    let sessions: Sessions
    let work: any HeavyWork
    let clock: @Sendable () -> Instant
    let random: any RandomSource
    /// Where each change is written before it is made; nil writes none, as in some tests.
    public var log: AccountLog?

    public init(
        store: any AccessStore, sessions: Sessions, work: any HeavyWork,
        clock: @escaping @Sendable () -> Instant, random: any RandomSource
    ) {
        self.store = store
        self.sessions = sessions
        self.work = work
        self.clock = clock
        self.random = random
    }

    /// The accounts of the administrator's unit, by code.
    public func accounts(as acting: Acting) async throws(AccountRefusal) -> [Account] {
        guard acting.role == .administrator else { throw .unknown }
        return try await asked { () async throws(JournalFault) in try await store.accounts(of: acting.unit) }
    }

    /// An account that an administrator may see: one of the own unit.
    public func account(_ id: ActorID, as acting: Acting) async throws(AccountRefusal) -> Account {
        let found = try await accounts(as: acting).first { $0.id == id }
        guard let found else { throw .unknown }
        return found
    }

    /// Ends an account of the unit and its sessions, at once.
    public func end(_ id: ActorID, by visitor: Visitor) async throws(AccountRefusal) {
        let now = clock()
        let account = try await account(id, as: visitor.acting)
        guard visitor.isSteppedUp(at: now) else { throw .stepUpNeeded }
        guard account.id != visitor.acting.account else { throw .notAllowed }
        try await note(.ended, to: id, by: visitor.acting.account, of: visitor.acting.unit)
        try await asked { () async throws(JournalFault) in try await store.end(id, at: now) }
    }

    /// Ends the sessions of an account of the unit, at once.
    public func endSessions(of id: ActorID, by visitor: Visitor) async throws(AccountRefusal) {
        _ = try await account(id, as: visitor.acting)
        guard visitor.isSteppedUp(at: clock()) else { throw .stepUpNeeded }
        try await note(.sessionsEnded, to: id, by: visitor.acting.account, of: visitor.acting.unit)
        try await asked { () async throws(JournalFault) in
            try await store.endSessions(of: id, except: nil)
        }
    }

    /// Changes the own passphrase; the other sessions end.
    public func changePassphrase(
        to passphrase: String, holding token: String
    ) async throws(AccountRefusal) {
        let open = try await opened(token)
        let account = open.keys.record.account.id
        if let finding = PassphraseRule.finding(in: passphrase, of: account) { throw .passphrase(finding) }
        let enrolment = Enrolment(random: random)
        let pair = open.keys.pair
        let locked = try await heavy { try? enrolment.locked(pair, of: account, with: passphrase) }
        guard let locked else { throw .damaged }
        try await note(.passphraseChanged, by: account, of: open.keys.record.account.unit)
        try await asked { () async throws(JournalFault) in
            try await store.setLockedKey(locked, of: account)
            try await store.endSessions(of: account, except: open.found.session.lookup)
        }
    }

    /// The session behind a token, whose second factor is fresh.
    func opened(_ token: String) async throws(AccountRefusal) -> OpenSession {
        let open = try await asked { () async throws(JournalFault) in try await sessions.open(token) }
        guard let open else { throw .unknown }
        guard open.visitor.isSteppedUp(at: clock()) else { throw .stepUpNeeded }
        return open
    }

    /// Writes an act before it takes effect.
    func note(
        _ action: AccountAction, to other: ActorID? = nil, by account: ActorID, of unit: UnitID
    ) async throws(AccountRefusal) {
        let now = clock()
        try await asked { () async throws(JournalFault) in
            try await log?.note(action, to: other, by: account, of: unit, at: now)
        }
    }

    /// Writes an act of whoever stands at the machine before it takes effect.
    func noteAtMachine(
        _ action: AccountAction, to other: ActorID?, of unit: UnitID
    ) async throws(AccountRefusal) {
        let now = clock()
        try await asked { () async throws(JournalFault) in
            try await log?.noteAtMachine(action, to: other, of: unit, at: now)
        }
    }

    func heavy<Value: Sendable>(
        _ work: @escaping @Sendable () -> Value
    ) async throws(AccountRefusal) -> Value {
        do { return try await self.work.run(work) } catch { throw .busy }
    }

    func asked<Value: Sendable>(
        _ question: () async throws(JournalFault) -> Value
    ) async throws(AccountRefusal) -> Value {
        do { return try await question() } catch { throw .fault(error) }
    }
}
