import Foundation
import Testing

/// Files of what was once decided or stored; `RECORD_GOLDEN=1` rewrites them and fails.
enum GoldenFile {
    /// Compares a text with the file of this name, or writes it.
    static func expect(_ text: String, is name: String) throws {
        let file = folder.appending(path: name)
        if isRecording {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            Issue.record("\(name) was recorded; look at the difference and run again without RECORD_GOLDEN")
            return
        }
        #expect(text == (try read(name)), "\(name) differs")
    }

    /// The text of a file.
    static func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    /// The names of the files in a folder, sorted.
    static func names(in name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path).sorted()
    }

    static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../__Golden__").standardized
}
