public import CaseRegister
import Foundation

/// The file of signed ends beside the database, better on another disk; only ever added to.
public struct CheckpointFile: Sendable {
    private let path: String

    public init(at path: String) { self.path = path }

    /// Adds one end and returns once it is on the disk.
    ///
    /// - Parameter sign: gives the 64 bytes of an Ed25519 signature.
    /// - Throws: `.readOnly` or `.diskFull` where it could not be written, and what `sign` throws as `.other`.
    public func append(
        _ checkpoint: JournalCheckpoint, sign: ([UInt8]) throws -> [UInt8]
    ) throws(JournalFault) {
        let text: String
        do { text = try checkpoint.text(sign: sign) } catch { throw .other(code: "not-signed") }
        let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Self.fault(errno) }
        defer { close(file) }
        // One write: two programs never mix their lines.
        let bytes = Array(text.utf8)
        guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else { throw Self.fault(errno) }
    }

    private static func fault(_ code: Int32) -> JournalFault {
        switch code {
        case EROFS, EACCES, EPERM: .readOnly
        case ENOSPC, EDQUOT: .diskFull
        default: .other(code: "errno-\(code)")
        }
    }
}
