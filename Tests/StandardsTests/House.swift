import CaseRegister
import Catalog
import Composition
import Foundation
import ReferralDomain
import Testing

/// The catalogue of this clone, and a practice town of invented cases.
enum House {
    static func catalog() throws -> ProtocolCatalog { try #require(reading.catalog) }

    private static let reading: CatalogReading = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Catalog")
        let files = (try? CatalogFolder(at: folder.standardizedFileURL.path(percentEncoded: false)))
        return CatalogReading(files ?? CatalogFolder(files: [:]), declaredTexts: []) { _ in
            Array(repeating: 7, count: 32)
        }
    }()

    static let now = Instant(millisecondsSinceEpoch: 1_795_490_100_000)

    /// So many cases, half of them still open.
    static func cases(_ count: Int, seed: UInt64) throws -> [(id: CaseID, state: CaseState)] {
        let catalog = try catalog()
        var town = PracticeTown(
            seed: seed,
            catalog: StreetReport.Source(version: catalog.edition.version, hash: catalog.hash),
            duties: catalog.content.duties.map(\.id.text))
        let histories = try town.cases(
            0..<count, of: count, from: now.adding(milliseconds: -400 * 86_400_000), to: now,
            lastOpen: count / 2)
        return try histories.map { (try #require($0.first?.caseID), CaseState(after: $0)) }
    }
}
