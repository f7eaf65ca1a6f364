import Foundation

/// A file with one line that nobody else may read, such as a password.
enum SecretFile {
    /// The line; nil where there is none, or where others of the machine may read it.
    static func line(of path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & 0o077 == 0,
            let bytes = FileManager.default.contents(atPath: path),
            let text = String(validating: bytes, as: UTF8.self)
        else { return nil }
        let line = text.hasSuffix("\n") ? String(text.dropLast()) : text
        return line.contains("\n") ? nil : line
    }

    static func isReadable(_ path: String) -> Bool { FileManager.default.isReadableFile(atPath: path) }
}
