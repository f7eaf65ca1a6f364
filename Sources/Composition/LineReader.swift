import Foundation

/// Reads a file line by line, however long it is. A class, because a file is read from where it was left.
final class LineReader {
    private let file: FileHandle
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    /// Nil where the file cannot be opened.
    init?(_ path: String) {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        self.file = file
    }

    deinit { try? file.close() }

    /// The next line without its end; nil after the last one.
    func next() -> [UInt8]? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { start = end + 1 }
                return Array(buffer[start..<end])
            }
            searched = buffer.count
            if isAtEnd {
                defer { start = buffer.count }
                return start < buffer.count ? Array(buffer[start...]) : nil
            }
            buffer.removeSubrange(..<start)
            (searched, start) = (searched - start, 0)
            let more = (try? file.read(upToCount: 1 << 18)) ?? nil
            if let more, !more.isEmpty { buffer.append(contentsOf: more) } else { isAtEnd = true }
        }
    }
}
