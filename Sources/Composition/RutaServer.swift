import Access
public import CaseRegister
public import Catalog
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
    private let database: any SQLDatabase
    private let house: House
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
        database = try settings.place.open(patience: .seconds(1))
        house = try House(
            on: database, at: settings.data, catalog: catalog, messages: settings.messages)
        messages = try MessageRoom(on: database, settings.messages, house: house, catalog: catalog)
        var staff = house.ports
        staff.messages = messages.ports
        application = WebApplication(
            catalog: catalog, ports: Self.ports(of: house, staff: staff, settings),
            clock: SystemClock.now, random: SystemRandom(), logger: logger, settings: settings.web)
    }

    /// What the signed ends beside the database say against its journal; nil where they agree.
    public func journalAlarm() async -> JournalAlarm? {
        await CheckpointTail(data: settings.data, signer: house.signer).alarm(of: house.journal)
    }

    /// Serves until a signal asks for the end, then finishes what is under way within eight seconds.
    ///
    /// - Parameter ready: called with the address once the port is open.
    /// - Throws: the error of the network where the port cannot be opened.
    public func run(ready: @escaping @Sendable (String) -> Void) async throws {
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
        let house = house
        let sending = messages.watch(logger).map {
            ServiceGroupConfiguration.ServiceConfiguration(service: $0)
        }
        var group = ServiceGroupConfiguration(
            // They end from the last to the first: the witness signs what the others have written.
            services: [
                .init(
                    service: JournalWitness(
                        journal: house.journal, signer: house.signer,
                        path: settings.data + JournalRoom.checkpointSuffix,
                        clock: SystemClock.now, logger: logger)),
                .init(
                    service: LadderWatch(
                        keeper: house.keeper,
                        follow: { () async throws(JournalFault) in
                            try await house.rules.follow(for: house.journal)
                        }, logger: logger)),
                sending,
                .init(service: server),
            ].compactMap(\.self), gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(8)
        try await ServiceGroup(configuration: group).run()
        try database.close()
    }

    /// Everything that the pages ask of the house; without an engine file the app is not offered.
    private static func ports(of house: House, staff: StaffPorts, _ settings: ServerSettings) -> WebPorts {
        var ports = WebPorts(reports: house.journal, staff: staff)
        ports.app = house.app
        ports.app?.engine = settings.engine.flatMap { FileManager.default.contents(atPath: $0) }.map {
            Array($0)
        }
        return ports
    }
}
