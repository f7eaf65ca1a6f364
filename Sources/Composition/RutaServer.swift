import Access
public import CaseRegister
public import Catalog
import Documents
import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import ServiceLifecycle
import Storage
import UnixSignals
import Web

/// The whole house put together: catalogue, journal on disk, screens, and an orderly end.
public struct RutaServer: Sendable {
    private let settings: ServerSettings
    private let application: WebApplication
    private let database: MeteredDatabase
    private let house: House
    private let tail: CheckpointTail
    private let clock = HouseClock()
    private let requests: RequestFigures
    private let messages: MessageRoom
    private let logger: Logger

    /// Opens the database and wires everything; nothing listens yet.
    ///
    /// - Throws: `JournalFault` where the file is locked, read-only, full, damaged or of a newer schema.
    public init(_ settings: ServerSettings, catalog: ProtocolCatalog) throws(JournalFault) {
        var logger = Logger(label: "ruta") { StreamLogHandler.standardError(label: $0) }
        // Libraries speak of every connection at `info`; what reaches this level should be read.
        logger.logLevel = .notice
        self.logger = logger
        self.settings = settings
        try settings.place.makeFolder()
        // A phone waits for the page with the calls: a busy database is reported after a second, not after five.
        database = MeteredDatabase(
            try settings.place.open(patience: .seconds(1)), nanoseconds: SystemClock.nanoseconds)
        try PracticeMark.check(database, isPractice: settings.isPractice)
        requests = RequestFigures(nanoseconds: SystemClock.nanoseconds)
        if let ahead = try database.clockAtStart(against: SystemClock.now) { clock.follow(ahead: ahead) }
        house = try House(
            on: database, at: settings.place, catalog: catalog, clock: clock, messages: settings.messages)
        tail = CheckpointTail(data: settings.data, keys: settings.place.keys, signer: house.signer)
        let clock = clock
        messages = try MessageRoom(
            on: database, settings.messages, house: house, catalog: catalog, clock: { clock.now() })
        var staff = house.ports
        staff.messages = messages.ports
        var ports = Self.ports(of: house, staff: staff, settings)
        ports.figures = requests
        let readiness = Readiness(
            database: database, onServer: settings.place.server != nil, tail: tail,
            journal: house.journal, clock: { clock.now() })
        ports.readiness = { await readiness.faults() }
        if settings.isPractice { ports.practice = PracticePorts(book: StoredDrillBook(on: database)) }
        application = WebApplication(
            catalog: catalog, ports: ports,
            clock: { clock.now() }, random: SystemRandom(), logger: logger, settings: settings.web)
    }

    /// What the signed ends beside the database say against its journal; nil where they agree.
    public func journalAlarm() async -> JournalAlarm? { await tail.alarm(of: house.journal) }

    /// Serves until a signal asks for the end, then finishes what is under way within eight seconds.
    ///
    /// - Parameters:
    ///   - ready: called with the address once the port is open.
    ///   - watched: called with the address of the figures, where they have a port.
    /// - Throws: the error of the network where the port cannot be opened.
    public func run(
        ready: @escaping @Sendable (String) -> Void, watched: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws {
        try await application.followDirectory()
        try await ShreddingAgain(
            journal: house.journal, vault: house.vault, file: TombstoneFile(besideData: settings.data),
            logger: logger
        ).run()
        let host = settings.host
        let server = Application(
            router: application.router(),
            server: .http1(configuration: .init(idleTimeout: .seconds(30))),
            configuration: .init(
                address: .hostname(host, port: settings.port), serverName: nil, backlog: 1_024,
                availableConnectionsDelegate: MaximumAvailableConnections(2_000)),
            onServerRunning: { channel in
                ready("http://\(host.contains(":") ? "[\(host)]" : host):\(channel.localAddress?.port ?? 0)")
            },
            logger: logger)
        var services = watches
        if let sending = messages.watch(logger) { services.append(sending) }
        if let port = settings.metricsPort {
            services.append(figuresServer(at: port).application(ready: watched))
        }
        var group = ServiceGroupConfiguration(
            services: (services + [server]).map { .init(service: $0, serviceName: "\(type(of: $0))") },
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(8)
        try await ServiceGroup(configuration: group).run()
        try database.close()
    }

    /// What runs beside the pages. They end from the last to the first: the witness signs what the others have written.
    ///
    /// Each is named by its type. The library would else print the service whole, keys and all, to have a name for it.
    private var watches: [any Service] {
        let (house, clock, application) = (house, clock, application)
        let follow: @Sendable () async throws(JournalFault) -> Void = { () async throws(JournalFault) in
            try await house.rules.follow(for: house.journal)
        }
        var watches: [any Service] = [
            JournalWitness(
                journal: house.journal, signer: house.signer,
                path: settings.data + JournalRoom.checkpointSuffix,
                clock: { clock.now() }, logger: logger),
            LadderWatch(keeper: house.keeper, follow: follow, logger: logger),
        ]
        if settings.place.server != nil {
            watches.append(
                TombstoneWatch(
                    journal: house.journal, file: TombstoneFile(besideData: settings.data), logger: logger))
            watches.append(
                NodeWatch(
                    database: database, clock: clock, pulse: house.journal.pulse, followLadder: follow,
                    followDirectory: { () async throws(JournalFault) in
                        try await application.followDirectory()
                    },
                    logger: logger))
        }
        return watches
    }

    private func figuresServer(at port: Int) -> FiguresServer {
        FiguresServer(
            figures: HouseFigures(
                requests: requests, database: database, onServer: settings.place.server != nil,
                clock: { [clock] in clock.now() }),
            host: settings.metricsHost, port: port, logger: logger)
    }

    /// Everything that the pages ask of the house; without an engine file the app is not offered.
    private static func ports(of house: House, staff: StaffPorts, _ settings: ServerSettings) -> WebPorts {
        var ports = WebPorts(reports: house.journal, staff: staff)
        ports.press = WeasyPrintPress()
        ports.app = house.app
        ports.app?.engine = settings.engine.flatMap { FileManager.default.contents(atPath: $0) }.map {
            Array($0)
        }
        return ports
    }
}
