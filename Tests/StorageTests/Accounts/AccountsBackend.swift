import Access
import CaseRegister
import ReferralDomain
import Storage

/// The stores of accounts that must keep the same promises, and records to put into them.
enum AccountsBackend: CaseIterable {
    case memory, sqlite, postgres

    /// Runs a story on an empty store with one unit in it.
    func with(_ story: (any AccessStore) async throws -> Void) async throws {
        switch self {
        case .memory: try await Self.begin(MemoryAccounts(), story)
        case .sqlite: try await Self.stored(in: .sqlite, story)
        case .postgres: try await Self.stored(in: .postgres, story)
        }
    }

    private static func stored(
        in kind: DatabaseKind, _ story: (any AccessStore) async throws -> Void
    ) async throws {
        try await kind.withDatabase { database, _ in
            try await begin(StoredAccounts(on: database), story)
        }
    }

    private static func begin(
        _ store: any AccessStore, _ story: (any AccessStore) async throws -> Void
    ) async throws {
        _ = try await store.add(unit("central-150135"))
        try await story(store)
    }

    static func unit(_ id: String, districts: [String] = ["150135", "150101"]) throws -> UnitRecord {
        UnitRecord(
            UnitCard(
                id: try UnitID(reading: id), institution: "serenazgo", name: "Central de práctica",
                municipality: "150135", districts: districts),
            publicKey: Array(repeating: 5, count: 32), recovery: [1, 2, 3])
    }

    static func account(
        _ code: String, _ role: Role = .operator, unit: String = "central-150135", key: UInt8 = 7,
        until end: Instant = at(9_000)
    ) throws -> AccountRecord {
        AccountRecord(
            Account(
                try ActorID(reading: code), in: try UnitID(reading: unit), as: role, created: at(1),
                expires: end),
            secrets: AccountSecrets(
                publicKey: Array(repeating: key, count: 32), lockedKey: [key, 1], sealedFactor: [key, 2],
                wrappedUnit: [key, 3]))
    }

    static func session(
        _ number: Int, of code: String, created: Int64 = 0, freshUntil: Int64? = nil
    ) throws -> SessionRecord {
        SessionRecord(
            lookup(number), id: "session-\(number)", of: try ActorID(reading: code),
            formToken: "form-\(number)", lockedKey: [9, UInt8(number % 256)],
            times: .init(
                created: at(created), seen: at(created), steppedUpUntil: freshUntil.map(at),
                idleLimit: SessionRule.idle))
    }

    static func invitation(_ number: Int, for code: String, tries: Int = 0) throws -> InvitationRecord {
        InvitationRecord(
            lookup(number), for: try account(code).account, locked: [4, UInt8(number)],
            spoken: .init(stored: String(repeating: "b", count: 64), salt: [6]),
            term: .init(expires: at(500), tries: tries))
    }

    static func lookup(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 64 - digits.count) + digits
    }

    static func at(_ milliseconds: Int64) -> Instant { Instant(millisecondsSinceEpoch: milliseconds) }
}
