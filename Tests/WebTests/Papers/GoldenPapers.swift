import Foundation
import Testing

/// The pressed pages that `bin/test-papers` makes pictures of; `RECORD_GOLDEN=1` rewrites them and fails.
enum GoldenPapers {
    /// Compares a pressed page with the file of this name, without its stylesheet: that is the harness's to add.
    static func expect(_ page: String, is name: String) throws {
        let bare = page.replacing(/<style>[^<]*<\/style>/, with: "")
        #expect(bare.utf8.count < page.utf8.count, "\(name) carries no stylesheet")
        let file = folder.appending(path: name + ".html")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try Data(bare.utf8).write(to: file)
            Issue.record("\(name) was recorded; look at it, then bin/test-papers --record")
            return
        }
        #expect(bare == String(decoding: try Data(contentsOf: file), as: UTF8.self), "\(name) differs")
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../papers/golden").standardized
}
