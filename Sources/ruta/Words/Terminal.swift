import Foundation

/// Standard output and standard error, kept apart: what was asked for, and everything else.
enum Terminal {
    /// One line on standard error.
    static func warn(_ line: String) { write(line + "\n", to: .standardError) }

    /// One line on standard output.
    static func say(_ line: String = "") { write(line + "\n", to: .standardOutput) }

    /// Writes all of a text; a reader that has gone away (`| head`) ends the program quietly, as it should.
    private static func write(_ text: String, to file: FileHandle) {
        do { try file.write(contentsOf: Data(text.utf8)) } catch { exit(74) }
    }
}
