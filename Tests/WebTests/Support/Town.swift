import CaseRegister
import Catalog
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import ReferralDomain
import Testing

@testable import Web

/// The site over the real catalogue, with a frozen clock, seeded randomness and a journal in memory.
struct Town: Sendable {
    let journal: MemoryJournal
    let web: WebApplication

    /// Monday 23 November 2026, 22:15 in Lima: every office is closed.
    static let night = LimaTime(date: monday, hour: 22, minute: 15).instant
    /// The same day at 10:00: offices answer.
    static let morning = LimaTime(date: monday, hour: 10, minute: 0).instant

    static let sanMartin = "150135"

    init(at instant: Instant = night, settings: WebSettings = WebSettings()) throws {
        let random = SeededSource()
        journal = MemoryJournal(random: random)
        var logger = Logger(label: "web-tests")
        logger.logLevel = .critical
        web = WebApplication(
            catalog: try Self.catalog(), ports: WebPorts(reports: journal), clock: { instant },
            random: random, logger: logger,
            settings: settings)
    }

    /// Opens the site and lets a story happen.
    func open(_ story: @Sendable (any TestClientProtocol) async throws -> Void) async throws {
        try await Application(router: web.router()).test(.router) { try await story($0) }
    }

    /// The catalogue of this clone, read once; a finding in it is a failure here too.
    static func catalog() throws -> ProtocolCatalog {
        let found = reading.findings.prefix(5).map { "\($0.place): \($0.kind) \($0.details)" }
        return try #require(reading.catalog, "\(found.joined(separator: "; "))")
    }

    private static let reading: CatalogReading = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Catalog")
        let path = folder.standardizedFileURL.path(percentEncoded: false)
        let files = (try? CatalogFolder(at: path)) ?? CatalogFolder(files: [:])
        return CatalogReading(files, declaredTexts: []) { _ in Array(repeating: 7, count: 32) }
    }()

    private static let monday = PlainDate(daysSinceEpoch: 20_780)
}
