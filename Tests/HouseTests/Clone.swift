import Foundation

/// The folder of this package, read as text: these tests look at the house, not at the program.
enum Clone {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// Every file under a folder, as paths from the root, in order.
    static func files(under folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(
            atPath: root.appending(path: folder).path(percentEncoded: false)
        )
        .map { "\(folder)/\($0)" }.sorted()
    }

    static func swiftFiles(under folder: String) throws -> [String] {
        try files(under: folder).filter { $0.hasSuffix(".swift") }
    }

    /// Whether a path is there; `<id>` stands for any name.
    static func has(_ path: String) throws -> Bool {
        guard path.contains("<") else {
            return FileManager.default.fileExists(
                atPath: root.appending(path: path).path(percentEncoded: false))
        }
        let pattern = try Regex(
            path.split(separator: /<[^>]*>/, omittingEmptySubsequences: false)
                .map { NSRegularExpression.escapedPattern(for: String($0)) }.joined(separator: "[^/]+"))
        let top = String(path.prefix { $0 != "/" })
        return try files(under: top).contains { $0.wholeMatch(of: pattern) != nil }
    }
}
