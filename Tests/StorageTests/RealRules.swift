import CaseRegister
import Catalog
import Composition
import Foundation
import ReferralDomain
import Storage
import Testing

/// The rules of the catalogue that ships with the project, read once.
enum RealRules {
    static func rules() throws -> ProtocolRules { try #require(made, "the catalogue cannot be read") }

    static func catalog() throws -> ProtocolCatalog { try #require(read, "the catalogue cannot be read") }

    private static let made = read.map(ProtocolRules.init)

    private static let read: ProtocolCatalog? = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Catalog")
        guard let folder = try? CatalogFolder(at: root.standardizedFileURL.path(percentEncoded: false)) else {
            return nil
        }
        return CatalogReading(folder, declaredTexts: [], digest: Fingerprint.sha256).catalog
    }()
}

extension StoredCaseJournal {
    /// A journal under the rules of the catalogue, with the quick digest of the program: for many events.
    init(underRealRules database: any SQLDatabase) throws {
        let rules = try RealRules.rules()
        try self.init(
            on: database, digest: Fingerprint.sha256, random: SeededSource(seed: 1), rules: { rules },
            clock: { Instant(millisecondsSinceEpoch: 1_798_000_000_000) })
    }
}
