import CaseRegister
import Foundation

/// A file that only the user of the server may read.
enum PrivateFile {
    /// Writes a new file, mode 0600 from its first byte on.
    ///
    /// - Throws: `.readOnly` where it cannot be written.
    static func write(_ bytes: Data, to file: URL) throws(JournalFault) {
        let path = file.path(percentEncoded: false)
        guard
            FileManager.default.createFile(
                atPath: path, contents: bytes, attributes: [.posixPermissions: 0o600])
        else { throw .readOnly }
    }
}
