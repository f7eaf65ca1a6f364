import Foundation
public import Sealing

/// The file of the seed that signs receipts: outside the database, readable by the program's account only.
///
/// Whoever has a copy of the database cannot sign; whoever has only this file has no case.
public struct ReceiptKeyFile: Sendable {
    public let path: String

    /// The file among the keys of a house.
    public init(in keys: KeyPlace) { path = HouseSigner.path(beside: keys.path) }

    /// Why the key cannot be used.
    public enum Fault: Error, Equatable {
        /// There is no such file, or it cannot be read.
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
}
