import CaseRegister
import Catalog
import Composition
import Foundation
import Testing

/// The rules of the catalogue that ships with the project, read once.
enum RealRules {
    static func rules() throws -> ProtocolRules { try #require(read, "the catalogue cannot be read") }

    private static let read: ProtocolRules? = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Catalog")
        guard let folder = try? CatalogFolder(at: root.standardizedFileURL.path(percentEncoded: false)) else {
            return nil
        }
        return CatalogReading(folder, declaredTexts: [], digest: SHA256.digest).catalog.map(
            ProtocolRules.init)
    }()
}
