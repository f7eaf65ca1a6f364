import Access
import CaseRegister
import Catalog
import Hummingbird
import HummingbirdTesting
import Logging
import ReferralDomain
import Testing

@testable import Web

/// A practice house with a book of drills in memory, and a journal that no drill may reach.
struct PracticeHouse: Sendable {
    let book = MemoryDrillBook()
    let journal: MemoryJournal
    let web: WebApplication
    let catalog: ProtocolCatalog

    static let shift = "T-0427"

    init(isPractice: Bool = true) throws {
        let random = SeededSource()
        journal = MemoryJournal(random: random)
        catalog = try Town.catalog()
        var ports = WebPorts(reports: journal)
        ports.practice = PracticePorts(book: book)
        var settings = WebSettings()
        settings.isPractice = isPractice
        var logger = Logger(label: "web-tests")
        logger.logLevel = .critical
        web = WebApplication(
            catalog: catalog, ports: ports, clock: { Town.night }, random: random, logger: logger,
            settings: settings)
    }

    func open(_ story: @Sendable (any TestClientProtocol) async throws -> Void) async throws {
        try await Application(router: web.router()).test(.router) { try await story($0) }
    }

    func scene(_ id: String) throws -> Scene { try #require(catalog.content.scenes[Identifier(id)]) }

    /// The results under the code of the tests.
    func results() async throws -> [DrillResult] {
        try await book.results(of: try #require(ShiftCode(reading: Self.shift)))
    }
}

extension DrillAttempt {
    /// Everything right: each call in its order and before anything is marked, every sign, every answer.
    static func perfect(_ scene: Scene, _ catalog: ProtocolCatalog) throws -> DrillAttempt {
        var trail = DrillTrail()
        for call in try DueCalls(scene, catalog).calls {
            if let number = call.addresses.sorted().first { trail.call(number) }
        }
        trail.reach(.seen)
        let offered = Set(catalog.content.indicators.filter(\.isOnStreet).map(\.id))
        return DrillAttempt(
            scene: scene, trail: trail, saysNoCase: !scene.isPresumed,
            marked: scene.signs.filter(offered.contains),
            choices: scene.questions.map { $0.options.firstIndex(where: \.isRight) })
    }

    func changed(
        trail: DrillTrail? = nil, saysNoCase: Bool? = nil, marked: [Identifier<Indicator>]? = nil,
        choices: [Int?]? = nil
    ) -> DrillAttempt {
        DrillAttempt(
            scene: scene, trail: trail ?? self.trail, saysNoCase: saysNoCase ?? self.saysNoCase,
            marked: marked ?? self.marked, choices: choices ?? self.choices)
    }
}
