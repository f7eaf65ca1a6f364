import Access
import CaseRegister
import Composition
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import JSON
import Logging
import NIOCore
import ReferralDomain
import Sealing
import Storage
import Testing

@testable import Web

/// The site with the street app behind it: a journal on disk, devices and packets in memory, a clock to turn.
final class AppTown: Sendable {
    let journal: StoredCaseJournal
    let house: AppHouse
    let log = MemoryAuditLog(digest: Fingerprint.sha256)
    let clock = TurnedClock(Town.night)
    let web: WebApplication
    private let folder: String
    private let database: SQLiteDatabase

    init(engine: [UInt8]? = AppHouse.engine) throws {
        folder = FileManager.default.temporaryDirectory.path + "/ruta-app-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let (random, clock, catalog) = (SeededSource(), clock, try Town.catalog())
        let rules = ProtocolRules(catalog)
        let vaultRules = VaultRules(catalog)
        let database = try SQLiteDatabase(at: folder + "/ruta.sqlite")
        journal = try StoredCaseJournal(
            on: database, digest: Fingerprint.sha256, random: random, rules: { rules },
            clock: { clock.now })
        let desk = CaseDesk(journal: journal, rules: { rules }, clock: { clock.now })
        house = try AppHouse(
            journal: journal, cases: journal, desk: desk, log: log, clock: { clock.now })
        var staff = StaffPorts(
            door: FakeDoor(), units: FakeUnits(), journal: journal, lists: journal, desk: desk,
            rules: { rules })
        staff.vault = VaultPorts(
            vault: Vault(
                store: MemoryVaultStore(), log: log, random: random, clock: { clock.now },
                rules: { vaultRules }), keys: FakeUnitKeys())
        var ports = WebPorts(reports: journal, staff: staff)
        ports.app = house.ports
        ports.app?.engine = engine
        var logger = Logger(label: "web-tests")
        logger.logLevel = .critical
        web = WebApplication(
            catalog: catalog, ports: ports, clock: { clock.now }, random: random, logger: logger)
        self.database = database
    }

    deinit {
        try? database.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Opens the site and lets a story happen.
    func open(_ story: @Sendable (any TestClientProtocol) async throws -> Void) async throws {
        try await Application(router: web.router()).test(.router) { try await story($0) }
    }

    /// A phone of the centre of San Martín, enrolled as the page does it.
    func enrolled(
        _ client: any TestClientProtocol, seed: UInt8 = 33, by member: StaffMember = .operator,
        label: String = "S-4471"
    ) async throws -> Phone {
        var phone = try Phone(seed)
        let made = try await house.ports.devices.invite(label, days: 90, by: member.acting)
        let answer = try await client.send(
            "/app/equipos",
            ["key": .string(phone.publicKey), "secret": .string(made.secret), "v": 1])
        phone.device = try #require(answer["device"]?.string)
        return phone
    }

    func state(_ id: String = Phone.id) async throws -> CaseState {
        CaseState(after: try await journal.history(of: CaseID(reading: id)))
    }

    func leaves(_ action: String) async -> Int { await log.list(AuditFilter(action: action)).count }
}

/// What the site answers a phone.
struct AppReply {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let json: JSON?

    subscript(_ member: String) -> JSON? { json?[member] }
    var fault: String? { json?["fault"]?.string }
}

extension TestClientProtocol {
    /// Sends JSON as the app does.
    func send(_ path: String, _ json: JSON) async throws -> AppReply {
        try await send(path, bytes: json.bytes(.compact))
    }

    /// Sends whatever bytes.
    func send(_ path: String, bytes: [UInt8]) async throws -> AppReply {
        try await execute(
            uri: path, method: .post, headers: [.contentType: "application/json"],
            body: ByteBuffer(bytes: bytes)
        ) { response in
            AppReply(
                status: response.status, headers: response.headers,
                json: try? JSON(parsing: Array(response.body.readableBytesView)))
        }
    }

    /// What stands at an address, as bytes.
    func bytes(_ path: String, _ headers: HTTPFields = [:]) async throws -> (
        HTTPResponse.Status, HTTPFields, [UInt8]
    ) {
        try await execute(uri: path, method: .get, headers: headers, body: nil) { response in
            (response.status, response.headers, Array(response.body.readableBytesView))
        }
    }
}
