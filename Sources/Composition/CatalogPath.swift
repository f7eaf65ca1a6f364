import Foundation

/// Where the catalogue lies: what was said, else `RUTA_CATALOG`, else `Catalog` here or beside the program.
public enum CatalogPath {
    public static func find(_ said: String?) -> String {
        if let said { return said }
        if let variable = ProcessInfo.processInfo.environment["RUTA_CATALOG"] { return variable }
        let program = URL(filePath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
        let beside = program.appending(path: "../share/ruta/Catalog").standardizedFileURL
        let candidates = ["Catalog", beside.path(percentEncoded: false)]
        let found = candidates.first { FileManager.default.fileExists(atPath: $0 + "/catalog.yaml") }
        return found ?? "Catalog"
    }
}
