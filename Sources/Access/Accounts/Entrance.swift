public import CaseRegister
public import ReferralDomain
public import Sealing

/// Lets somebody in who has the account, the passphrase and the six digits.
///
/// An account that does not exist costs the same work and gets the same answer as a wrong passphrase.
public struct Entrance: Sendable {
    private let store: any AccessStore
    private let throttle: EntryThrottle
    private let work: any HeavyWork
    private let clock: @Sendable () -> Instant
    private let random: any RandomSource
    /// A lock that nothing opens, for accounts that do not exist.
    private let decoy: [UInt8]
    /// Where each try at an account is written; nil writes none, as in some tests.
    public var log: AccountLog?

    public init(
        store: any AccessStore, throttle: EntryThrottle, work: any HeavyWork,
        clock: @escaping @Sendable () -> Instant, random: any RandomSource
    ) {
        self.store = store
        self.throttle = throttle
        self.work = work
        self.clock = clock
        self.random = random
        let cost = PassphraseCost.owasp
        decoy =
            [1, 1, UInt8(cost.log2Rounds), UInt8(cost.blockSize), UInt8(cost.parallelism)]
            + random.bytes(PassphraseLock.saltLength + 12 + UnitKeyPair.length + 16)
    }

    /// A new session: its token for the cookie, which exists nowhere else.
    public struct Entered: Sendable {
        public let token: SessionToken
        public let role: Role
    }

    /// Opens a session, or says how long to wait, or only that it is refused.
    ///
    /// - Parameter address: the network address that asks; many tries from one place wait together.
    public func enter(
        _ credentials: Credentials, from address: String?
    ) async throws(EntryRefusal) -> Entered {
        let now = clock()
        let keys = try await proven(credentials, from: address, at: now)
        let token = try await session(of: keys, isShared: credentials.isShared, at: now)
        return Entered(token: token, role: keys.record.account.role)
    }

    /// Says whose credentials these are and opens no session: the signature of a second person on a page.
    ///
    /// It waits as entering waits and uses up the six digits as entering does, so that it is no easier to guess.
    public func verify(
        _ credentials: Credentials, from address: String?
    ) async throws(EntryRefusal) -> Account {
        try await proven(credentials, from: address, at: clock()).record.account
    }

    /// The keys of an active account, if all three parts are right.
    private func proven(
        _ credentials: Credentials, from address: String?, at now: Instant
    ) async throws(EntryRefusal) -> AccountKeys {
        let typed = AccountCode.read(credentials.account)
        // What is no code is not kept: somebody may have typed a name.
        let name = typed?.text ?? "-"
        try await throttle.requireTurn(of: name, from: address, at: now)
        let record = try await found(typed)
        guard let keys = try await opened(record, typed, with: credentials.passphrase),
            keys.record.account.isActive(at: now),
            let step = keys.step(of: credentials.code, at: now.millisecondsSinceEpoch),
            try await used(step, of: keys.record.account.id)
        else {
            // Written for every code that can be one, so that no delay tells which exist.
            try await note(.entryRefused, by: typed, of: record, at: now)
            throw .refused
        }
        try await note(.entered, by: typed, of: record, at: now)
        try? await throttle.succeeded(name, from: address)
        await strengthen(keys, credentials.passphrase)
        return keys
    }

    /// Locks the key anew at the ordinary cost where an earlier release locked it at a lower one.
    ///
    /// Only now is the passphrase at hand. Where it fails nothing is lost: the old lock opens as before, and the next
    /// entry tries again.
    private func strengthen(_ keys: AccountKeys, _ passphrase: String) async {
        let locked = keys.record.secrets.lockedKey
        guard let cost = try? PassphraseLock.cost(of: locked), cost.isWeaker(than: .owasp) else { return }
        let (enrolment, account) = (Enrolment(random: random), keys.record.account.id)
        let made = try? await work.run { try? enrolment.locked(keys.pair, of: account, with: passphrase) }
        guard let made else { return }
        try? await store.setLockedKey(made, of: account)
    }

    private func found(_ id: ActorID?) async throws(EntryRefusal) -> AccountRecord? {
        guard let id else { return nil }
        do { return try await store.account(id) } catch { throw .fault(error) }
    }

    private func note(
        _ action: AccountAction, by typed: ActorID?, of record: AccountRecord?, at now: Instant
    ) async throws(EntryRefusal) {
        guard let log, let typed else { return }
        do {
            try await log.note(action, by: typed, of: record?.account.unit, at: now)
        } catch { throw .fault(error) }
    }

    private func used(_ step: Int64, of id: ActorID) async throws(EntryRefusal) -> Bool {
        do { return try await store.useStep(step, of: id) } catch { throw .fault(error) }
    }

    /// The keys of an account, if the passphrase opens them; the same work where there is no account.
    private func opened(
        _ record: AccountRecord?, _ typed: ActorID?, with passphrase: String
    ) async throws(EntryRefusal) -> AccountKeys? {
        let locked = record?.secrets.lockedKey ?? decoy
        let place = typed.map(AccountPlaces.key) ?? SealingContext("account")
        let raw: [UInt8]?
        do {
            raw = try await work.run { try? PassphraseLock.unlock(locked, with: passphrase, in: place) }
        } catch { throw .busy }
        guard let record, let raw, let pair = try? UnitKeyPair(privateRaw: raw) else { return nil }
        return AccountKeys(pair: pair, record: record)
    }

    private func session(
        of keys: AccountKeys, isShared: Bool, at now: Instant
    ) async throws(EntryRefusal) -> SessionToken {
        do {
            let token = try SessionToken(random: random.bytes(32))
            let record = try SessionRecord(opening: token, of: keys, isShared: isShared, at: now, random)
            try await store.add(record, most: SessionRule.most)
            return token
        } catch let fault as JournalFault {
            throw .fault(fault)
        } catch {
            throw .fault(.other(code: "not-sealed"))
        }
    }
}
