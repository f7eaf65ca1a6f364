import Catalog
import Foundation
import Testing

/// The catalogue of this clone.
enum RealTexts {
    static func catalog() throws -> ProtocolCatalog { try #require(reading.catalog) }

    static func folder(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../\(name)")
            .standardizedFileURL
    }

    private static let reading: CatalogReading = {
        let path = folder("../../Catalog").path(percentEncoded: false)
        let files = (try? CatalogFolder(at: path)) ?? CatalogFolder(files: [:])
        return CatalogReading(files, declaredTexts: []) { _ in Array(repeating: 7, count: 32) }
    }()
}
