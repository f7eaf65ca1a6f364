import Foundation

/// Where the route engine for phones lies, unless somebody says.
enum EnginePath {
    /// Beside the program; nil where there is none.
    static var beside: String? {
        let program = URL(filePath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
        let candidates = ["ruta.wasm", "../share/ruta/ruta.wasm"].map {
            program.appending(path: $0).standardizedFileURL.path(percentEncoded: false)
        }
        return candidates.first { FileManager.default.fileExists(atPath: $0) }
    }
}
