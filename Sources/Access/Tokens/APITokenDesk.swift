public import CaseRegister
public import ReferralDomain
import Sealing

/// The care of the keys of a unit's programs: make, list, end; and who holds one.
public struct APITokenDesk: Sendable {
    private let store: any APITokenStore
    private let log: (any AuditLog)?
    private let random: any RandomSource
    private let clock: @Sendable () -> Instant

    public init(
        store: any APITokenStore, log: (any AuditLog)?, random: any RandomSource,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.log = log
        self.random = random
        self.clock = clock
    }

    /// Why nothing was done.
    public enum Failure: Error, Hashable, Sendable {
        /// A label that is no word of at most 32 characters, days beyond the limit, or nothing to ask for.
        case label
        case days
        case scopes
        /// The unit has no such key.
        case unknown
        case fault(JournalFault)
    }

    /// What is shown once and kept nowhere.
    public struct Made: Sendable {
        /// What the program sends behind `Bearer`: 43 characters behind a start that scanners of leaks know.
        public let secret: String
        public let token: APIToken
    }

    /// Makes a key of the own unit.
    public func make(
        _ label: String, scopes: Set<APIScope>, days: Int, by acting: Acting
    ) async throws(Failure) -> Made {
        guard label.utf8.count <= Self.longestLabel, (try? ActorID(reading: label)) != nil else {
            throw .label
        }
        guard (1...APIToken.mostDays).contains(days) else { throw .days }
        guard !scopes.isEmpty else { throw .scopes }
        let secret = Self.start + Base64URL.text(of: random.bytes(Self.secretLength))
        let now = clock()
        let token = APIToken(
            String(RecordID<APIToken>(random: random.bytes(16)).text.prefix(16)), label: label,
            of: APIToken.Holder(
                unit: acting.unit, institution: acting.institution, municipality: acting.municipality),
            scopes: scopes, made: Stamp(actor: acting.account, instant: now),
            expires: now.adding(milliseconds: Int64(days) * 86_400_000))
        do {
            try await note(.made, [token.id, label] + scopes.map(\.rawValue).sorted(), by: acting, now)
            try await store.keep(token, lookup: Self.lookup(secret))
        } catch { throw .fault(error) }
        return Made(secret: secret, token: token)
    }

    /// The keys of the own unit, the newest first.
    public func tokens(of acting: Acting) async throws(JournalFault) -> [APIToken] {
        try await store.tokens(of: acting.unit)
    }

    /// Ends a key of the own unit: it opens nothing from now on.
    public func revoke(_ id: String, by acting: Acting) async throws(Failure) {
        let now = clock()
        do {
            guard try await store.tokens(of: acting.unit).contains(where: { $0.id == id }) else {
                throw Failure.unknown
            }
            try await note(.revoked, [id], by: acting, now)
            _ = try await store.revoke(
                id, of: acting.unit, Stamp(actor: acting.account, instant: now))
        } catch let failure as Failure {
            throw failure
        } catch let fault as JournalFault {
            throw .fault(fault)
        } catch {
            throw .unknown
        }
    }

    /// The live key that a program shows; nil where it is unknown, ended or run out, which all look the same.
    public func token(showing secret: String) async throws(JournalFault) -> APIToken? {
        let now = clock()
        guard secret.utf8.count <= Self.longestSecret,
            let token = try await store.token(Self.lookup(secret)), token.isLive(at: now)
        else { return nil }
        let today = LimaTime(now).date
        if token.lastUsed != today { try await store.use(token.id, on: today) }
        return token
    }

    private func note(
        _ action: APITokenAction, _ objects: [String], by acting: Acting, _ now: Instant
    ) async throws(JournalFault) {
        try await log?.commit(AuditEntry(action.rawValue, on: objects, by: acting, at: now))
    }

    private static func lookup(_ secret: String) -> String {
        HashText.sha256(of: Array("ruta-api-token-1\n\(secret)".utf8))
    }

    private static let start = "ruta_"
    private static let secretLength = 32
    private static let longestLabel = 32
    private static let longestSecret = 64
}
