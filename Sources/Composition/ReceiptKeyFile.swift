public import CaseRegister
import Foundation
public import Sealing

/// The file of the seed that signs receipts: outside the database, readable by the program's account only.
///
/// Whoever has a copy of the database cannot sign; whoever has only this file has no case.
public struct ReceiptKeyFile: Sendable {
    public let path: String

    public init(at path: String) { self.path = path }

    /// The file of the place of installation: `RUTA_RECEIPT_KEY`, else beside the database.
    public init(besideData data: String) {
        self.init(at: ProcessInfo.processInfo.environment["RUTA_RECEIPT_KEY"] ?? data + ".receipt-key")
    }

    /// Why the key cannot be used.
    public enum Fault: Error, Equatable {
        /// There is no such file, or it cannot be read or written.
        case unreachable
        /// Other accounts of the machine may read it.
        case openToOthers
        /// It is not a seed.
        case damaged
    }

    /// The signer of the file.
    public func signer() throws(Fault) -> ReceiptSigner {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .unreachable }
        guard status.st_mode & 0o077 == 0 else { throw .openToOthers }
        guard let bytes = FileManager.default.contents(atPath: path) else { throw .unreachable }
        guard let seed = try? SigningSeed(random: Array(bytes)), let signer = try? ReceiptSigner(seed: seed)
        else { throw .damaged }
        return signer
    }

    /// The signer of the file; a file that is missing is made once, with bytes of the source.
    public func signerOrNew(random: any RandomSource) throws(Fault) -> ReceiptSigner {
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        if descriptor < 0 {
            guard errno == EEXIST else { throw .unreachable }
            return try signer()
        }
        let bytes = random.bytes(SigningSeed.length)
        let isWritten = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == bytes.count
        let isSafe = fsync(descriptor) == 0
        guard close(descriptor) == 0, isWritten, isSafe else {
            unlink(path)
            throw .unreachable
        }
        return try signer()
    }
}
