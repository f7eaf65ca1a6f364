import CaseRegister
import Foundation

/// A new file of the program's account (mode 0600), written through to the disk before it gets its name.
///
/// It is a class because it owns a descriptor that must be closed once.
final class SyncedFile {
    let path: String
    private let descriptor: Int32
    private static let unfinished = ".partial"

    /// Begins a file beside its name; what an earlier try left there is gone.
    ///
    /// - Throws: `.readOnly`, `.diskFull` or `.other` where that fails.
    init(_ path: String) throws(JournalFault) {
        self.path = path
        unlink(path + Self.unfinished)
        descriptor = open(
            path + Self.unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Self.fault(errno) }
    }

    deinit { close(descriptor) }

    func write(_ bytes: [UInt8]) throws(JournalFault) {
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                Foundation.write(descriptor, buffer.baseAddress?.advanced(by: done), bytes.count - done)
            }
            if written > 0 {
                done += written
            } else if errno != EINTR {
                throw Self.fault(errno)
            }
        }
    }

    /// Returns once the file is on the disk under its name.
    func finish() throws(JournalFault) {
        guard fsync(descriptor) == 0, rename(path + Self.unfinished, path) == 0 else {
            throw Self.fault(errno)
        }
        try Self.syncFolder(URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false))
    }

    /// Takes away what was written so far.
    func abandon() { unlink(path + Self.unfinished) }

    /// Takes away a file, and what an earlier try left of it.
    static func remove(_ path: String) {
        unlink(path + unfinished)
        unlink(path)
    }

    /// A name in a folder, new or gone, is on the disk only once the folder is.
    static func syncFolder(_ folder: String) throws(JournalFault) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault(errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw fault(errno) }
    }

    static func fault(_ code: Int32) -> JournalFault {
        switch code {
        case EROFS, EACCES, EPERM: .readOnly
        case ENOSPC, EDQUOT: .diskFull
        default: .other(code: "errno-\(code)")
        }
    }
}
