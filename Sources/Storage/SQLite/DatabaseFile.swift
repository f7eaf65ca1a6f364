import CaseRegister
import Foundation

/// The file of a database, its log beside it, and who may read them: the account of the program and no other.
enum DatabaseFile {
    /// Makes the file where there is none, and refuses early what could not be written.
    ///
    /// SQLite itself would open a file of a read-only disk and fail at the first report.
    ///
    /// - Throws: `.readOnly` where the file or its folder cannot be written, `.other` where there is no folder, and
    ///   `not-a-file` for a folder or a device.
    static func prepare(_ path: String) throws(JournalFault) {
        guard access(folder(of: path), W_OK | X_OK) == 0 else { throw fault(errno) }
        // Never opened when it exists: closing it would release the locks that this program holds on it.
        let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, ownerOnly)
        if descriptor >= 0 {
            guard close(descriptor) == 0 else { throw fault(errno) }
        } else if errno != EEXIST {
            throw fault(errno)
        }
        guard access(path, R_OK | W_OK) == 0 else { throw fault(errno) }
        // A folder or a device that was named by mistake keeps its mode.
        var status = stat()
        guard stat(path, &status) == 0 else { throw fault(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .other(code: "not-a-file") }
        try closeToOthers(path)
    }

    /// Takes the file and its log away from every other account.
    ///
    /// - Throws: `.readOnly` or `.other` where the mode cannot be changed.
    static func closeToOthers(_ path: String) throws(JournalFault) {
        for file in [path, path + "-wal", path + "-shm"] {
            guard chmod(file, ownerOnly) == 0 || errno == ENOENT else { throw fault(errno) }
        }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func fault(_ code: Int32) -> JournalFault {
        switch code {
        case EROFS, EACCES, EPERM: .readOnly
        case ENOSPC, EDQUOT: .diskFull
        default: .other(code: "errno-\(code)")
        }
    }

    private static let ownerOnly: mode_t = 0o600
}
