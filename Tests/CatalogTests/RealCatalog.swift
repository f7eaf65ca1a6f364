import Catalog
import Foundation
import ReferralDomain
import Testing

/// The catalogue that ships with the project, read once.
enum RealCatalog {
    static let folder: CatalogFolder = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Catalog")
        do {
            return try CatalogFolder(at: root.path(percentEncoded: false))
        } catch {
            Issue.record("the catalogue cannot be read: \(error)")
            return CatalogFolder(files: [:])
        }
    }()

    static let reading = read(folder)

    static func read(_ folder: CatalogFolder) -> CatalogReading {
        // Any digest will do where nobody looks at it: sixteen bits of a sum.
        CatalogReading(folder, declaredTexts: []) { bytes in
            let sum = bytes.reduce(UInt64(0)) { ($0 &* 31) &+ UInt64($1) }
            return (0..<32).map { UInt8(truncatingIfNeeded: sum >> UInt64($0 % 8 * 8)) }
        }
    }

    /// The catalogue with one change, which must be possible.
    static func changed(_ file: String, _ old: String, to new: String) throws -> CatalogFolder {
        var copy = folder
        let text = String(decoding: try #require(copy.files[file], "no file \(file)"), as: UTF8.self)
        let range = try #require(text.range(of: old), "\(file) has no «\(old)»")
        copy.files[file] = Array(text.replacingCharacters(in: range, with: new).utf8)
        return copy
    }

    static func catalog() throws -> ProtocolCatalog { try #require(reading.catalog) }
}
