import Access
import CaseRegister
import ReferralDomain
import Sealing
import Storage
import Synchronization
import Testing

/// A vault with three units in it: the control centre that sends, a UPE that receives, a home.
struct VaultHouse {
    let store: any VaultStore
    let log: any AuditLog
    let vault: Vault
    private let now: ClockHand

    static let name = "Persona de práctica 1"

    init(store: any VaultStore, log: any AuditLog) {
        self.store = store
        self.log = log
        let now = ClockHand()
        self.now = now
        let rules = Self.rules
        vault = Vault(
            store: store, log: log, random: SeededSource(seed: 21), clock: { now.instant }, rules: { rules })
    }

    /// Runs a story on a vault of each kind.
    enum Backend: CaseIterable {
        case memory, sqlite, postgres

        func with(_ story: (VaultHouse) async throws -> Void) async throws {
            switch self {
            case .memory:
                try await story(
                    VaultHouse(store: MemoryVaultStore(), log: MemoryAuditLog(digest: SHA256.digest)))
            case .sqlite: try await VaultHouse.stored(in: .sqlite) { house, _ in try await story(house) }
            case .postgres: try await VaultHouse.stored(in: .postgres) { house, _ in try await story(house) }
            }
        }
    }

    /// Runs a story on a vault in a database.
    static func stored(
        in kind: DatabaseKind, _ story: (VaultHouse, Stranger) async throws -> Void
    ) async throws {
        try await kind.withDatabase { database, stranger in
            try await story(
                VaultHouse(
                    store: StoredVaultStore(on: database),
                    log: StoredAuditLog(on: database, digest: SHA256.digest)), stranger)
        }
    }

    /// Runs a story on a vault in a file.
    static func withFile(_ story: (VaultHouse, SQLiteDatabase, _ path: String) async throws -> Void)
        async throws
    {
        try await World.withFolder { folder in
            let path = folder + "/ruta.sqlite"
            let database = try SQLiteDatabase(at: path, busyTimeout: .milliseconds(100))
            let house = VaultHouse(
                store: StoredVaultStore(on: database),
                log: StoredAuditLog(on: database, digest: SHA256.digest))
            try await story(house, database, path)
            try database.close()
        }
    }

    func wait(milliseconds: Int64) { now.turn(by: milliseconds) }

    var instant: Instant { now.instant }

    func place(
        _ compartment: Compartment = .identity, _ field: String = "name", case number: Int = 1,
        person: UInt8 = 1
    ) throws -> VaultPlace {
        VaultPlace(
            case: try Reports.id(number), person: PersonID(random: Array(repeating: person, count: 16)),
            compartment, field: field)
    }

    /// Seals a name as the control centre does.
    func sealName(_ name: String = name, at place: VaultPlace? = nil) async throws -> SealedBytes {
        try await vault.seal(
            name, at: place ?? self.place(), by: .of(.centre), for: [.of(.centre), .of(.upe), .of(.home)])
    }

    func leaves(_ action: VaultAction) async throws -> [AuditLeaf] {
        try await log.list(AuditFilter(action: action.rawValue, most: 1_000))
    }

    private static let rules = VaultRules(
        policy: SealingPolicy([
            "serenazgo": .init([.matter], identityUntilHandOver: true),
            "upe": .init([.identity, .matter, .care]), "car": .init([.identity, .care]),
        ]),
        revealReasons: ["attend-person", "court-order"], searchReasons: ["missing-report"])
}

/// The time of a story.
final class ClockHand: Sendable {
    private let milliseconds = Mutex<Int64>(1_795_000_000_000)

    var instant: Instant { Instant(millisecondsSinceEpoch: milliseconds.withLock { $0 }) }

    func turn(by step: Int64) { milliseconds.withLock { $0 += step } }
}

/// The units of the house.
enum HouseUnit: String, CaseIterable {
    case centre = "central-150135"
    case upe = "upe-lima"
    case home = "car-01"
    /// One that the policy does not know.
    case stranger = "stranger-01"

    var institution: String {
        switch self {
        case .centre: "serenazgo"
        case .upe: "upe"
        case .home: "car"
        case .stranger: "unknown"
        }
    }

    func pair() throws -> UnitKeyPair {
        let place = HouseUnit.allCases.firstIndex(of: self) ?? 0
        return try UnitKeyPair(random: (0..<32).map { UInt8(truncatingIfNeeded: 40 * place + $0 + 1) })
    }
}

extension KeyHolder {
    /// A member of a unit with the unit's keys unlocked.
    static func of(
        _ unit: HouseUnit, account: String = "account-01", hasKeys: Bool = true,
        steppedUpUntil: Instant? = nil
    ) throws -> KeyHolder {
        KeyHolder(
            try .of(unit, account: account), keys: hasKeys ? try unit.pair() : nil,
            steppedUpUntil: steppedUpUntil)
    }
}

extension Acting {
    /// A member of a unit.
    static func of(_ unit: HouseUnit, account: String = "account-01") throws -> Acting {
        Acting(
            account: try ActorID(reading: account), unit: try UnitID(reading: unit.rawValue),
            institution: unit.institution, role: .officer)
    }
}

extension KeyReceiver {
    static func of(_ unit: HouseUnit) throws -> KeyReceiver {
        KeyReceiver(
            try UnitID(reading: unit.rawValue), of: unit.institution, key: try unit.pair().publicKey)
    }
}
