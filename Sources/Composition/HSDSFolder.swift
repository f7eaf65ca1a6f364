public import Catalog
import Foundation
import JSON
import Standards

/// Writes the directory as files of HSDS: one list of whole objects a kind.
public enum HSDSFolder {
    /// Writes them into a folder, which is made where there is none, and says which.
    ///
    /// - Throws: what kept a file from being written.
    public static func write(_ catalog: ProtocolCatalog, to folder: String) throws -> [String] {
        let place = URL(filePath: folder)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        return try HSDSPublication(catalog).files.map { name, records in
            let bytes = JSON.array(records.map(\.full)).bytes(.pretty)
            try Data(bytes).write(to: place.appending(path: name + ".json"), options: .atomic)
            return name + ".json"
        }
    }
}
