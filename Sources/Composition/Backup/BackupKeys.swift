public import CaseRegister
import Foundation
public import Sealing

/// The files of the keys of backups: recipients on the server, private keys with the custodians.
public enum BackupKeys {
    /// Why a file of keys cannot be used.
    public enum Fault: Error, Hashable {
        /// There is no such file, or it cannot be read.
        case unreachable
        /// A line is no key.
        case unreadable
        /// No recipient is in it.
        case empty
        /// There is a file already, and it is not written over.
        case taken
        case fault(JournalFault)
    }

    /// The recipients of a file, one a line.
    public static func recipients(in path: String) throws(Fault) -> [BackupRecipient] {
        let text = try text(of: path)
        let found: [BackupRecipient]
        do { found = try BackupRecipient.all(inFile: text) } catch { throw .unreadable }
        guard !found.isEmpty else { throw .empty }
        return found
    }

    /// The pair in the file of a private key.
    public static func pair(in path: String) throws(Fault) -> BackupKeyPair {
        let text = try text(of: path)
        do { return try BackupKeyPair(file: text) } catch { throw .unreadable }
    }

    /// Makes a pair, and returns its public part once the private one is on the disk.
    public static func make(at path: String, random: any RandomSource) throws(Fault) -> BackupRecipient {
        guard !FileManager.default.fileExists(atPath: path) else { throw .taken }
        do {
            let pair = try BackupKeyPair(random: random.bytes(BackupKeyPair.length))
            let file = try SyncedFile(path)
            try file.write(Array(pair.fileText.utf8))
            try file.finish()
            return pair.recipient
        } catch let fault as JournalFault {
            throw .fault(fault)
        } catch {
            throw .unreadable
        }
    }

    private static func text(of path: String) throws(Fault) -> String {
        guard let bytes = FileManager.default.contents(atPath: path) else { throw .unreachable }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .unreadable }
        return text
    }
}
