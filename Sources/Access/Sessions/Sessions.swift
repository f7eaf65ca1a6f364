public import CaseRegister
public import ReferralDomain
import Sealing

/// The sessions: who holds one, how one is refreshed and ended.
public struct Sessions: Door {
    private let store: any AccessStore
    private let throttle: EntryThrottle
    private let work: any HeavyWork
    private let clock: @Sendable () -> Instant
    /// Where a fresh second factor is written; nil writes none, as in some tests.
    public var log: AccountLog?

    public init(
        store: any AccessStore, throttle: EntryThrottle, work: any HeavyWork,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.throttle = throttle
        self.work = work
        self.clock = clock
    }

    public func visitor(holding token: String) async throws(JournalFault) -> Visitor? {
        try await open(token)?.visitor
    }

    /// The live sessions of an account, the newest first.
    public func list(of account: ActorID) async throws(JournalFault) -> [SessionRecord] {
        let now = clock()
        return try await store.sessions(of: account).filter { $0.isLive(at: now) }
    }

    /// Ends one session of an account; the next request with it finds nobody.
    public func end(_ id: String, of account: ActorID) async throws(JournalFault) {
        try await store.endSession(id, of: account)
    }

    /// Makes the second factor fresh again for five minutes, by the passphrase or by the six digits.
    public func stepUp(
        _ token: String, with typed: String, from address: String?
    ) async throws(EntryRefusal) {
        let now = clock()
        guard let open = try await opened(token) else { throw .refused }
        let account = open.keys.record.account.id
        try await throttle.requireTurn(of: account.text, from: address, at: now)
        guard try await isOwner(open.keys, typed, at: now) else {
            try await note(.stepUpRefused, by: open.keys.record.account, at: now)
            throw .refused
        }
        try await note(.steppedUp, by: open.keys.record.account, at: now)
        try? await throttle.succeeded(account.text, from: address)
        do {
            try await store.stepUp(
                open.found.session.lookup, until: now.adding(milliseconds: SessionRule.stepUp))
        } catch { throw .fault(error) }
    }

    /// The session of a token with its keys; nil where it is unknown, ended or expired. Counts as use.
    func open(_ text: String) async throws(JournalFault) -> OpenSession? {
        let now = clock()
        guard let token = try? SessionToken(reading: text),
            let found = try await store.session(token.lookup), found.session.isLive(at: now),
            found.holder.account.isActive(at: now),
            let keys = try? found.session.keys(with: token, of: found.holder)
        else { return nil }
        let idle = now.millisecondsSinceEpoch - found.session.times.seen.millisecondsSinceEpoch
        if idle >= SessionRule.touchEvery {
            // Where the disk has failed, reading goes on; the session then merely ends sooner.
            try? await store.touch(token.lookup, at: now)
        }
        return OpenSession(found: found, keys: keys)
    }

    private func note(
        _ action: AccountAction, by account: Account, at now: Instant
    ) async throws(EntryRefusal) {
        do {
            try await log?.note(action, by: account.id, of: account.unit, at: now)
        } catch { throw .fault(error) }
    }

    private func opened(_ token: String) async throws(EntryRefusal) -> OpenSession? {
        do { return try await open(token) } catch { throw .fault(error) }
    }

    private func isOwner(
        _ keys: AccountKeys, _ typed: String, at now: Instant
    ) async throws(EntryRefusal) -> Bool {
        let account = keys.record.account.id
        if let step = keys.step(of: typed, at: now.millisecondsSinceEpoch) {
            do { return try await store.useStep(step, of: account) } catch { throw .fault(error) }
        }
        guard typed.count >= PassphraseRule.shortest else { return false }
        let locked = keys.record.secrets.lockedKey
        do {
            return try await work.run {
                (try? PassphraseLock.unlock(locked, with: typed, in: AccountPlaces.key(of: account))) != nil
            }
        } catch { throw .busy }
    }
}
