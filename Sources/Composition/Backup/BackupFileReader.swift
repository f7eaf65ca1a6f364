import Foundation
import Sealing
import Storage

/// Reads a sealed backup from its beginning to its end, of which memory holds two pieces.
///
/// It is a class because the file behind it is one thing.
final class BackupFileReader {
    private let handle: FileHandle
    private var opening: BackupOpening
    private var ahead: [UInt8]

    /// - Throws: `.notABackup` also where there is no file that can be read.
    init(_ path: String, with pair: BackupKeyPair) throws(BackupFault) {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw .notABackup }
        self.handle = handle
        let start = try Self.read(BackupOpening.startLength, from: handle)
        let rest = try BackupOpening.headLength(of: start) - start.count
        opening = try BackupOpening(head: start + Self.read(rest, from: handle), with: pair)
        ahead = try Self.read(BackupOpening.sealedLength, from: handle)
        guard !ahead.isEmpty else { throw .damaged }
    }

    deinit { try? handle.close() }

    /// The records of a file.
    static func records(
        of path: String, with pair: BackupKeyPair
    ) throws(BackupFault) -> BackupRecordReader {
        let reader = try BackupFileReader(path, with: pair)
        return BackupRecordReader { try reader.next() }
    }

    /// The content of the next piece; nil behind the last.
    private func next() throws(BackupFault) -> [UInt8]? {
        guard !ahead.isEmpty else { return nil }
        let sealed = ahead
        ahead = try Self.read(BackupOpening.sealedLength, from: handle)
        return try opening.open(sealed, isLast: ahead.isEmpty)
    }

    /// So many bytes, fewer only at the end of the file.
    private static func read(_ count: Int, from handle: FileHandle) throws(BackupFault) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            do {
                guard let more = try handle.read(upToCount: count - bytes.count), !more.isEmpty else { break }
                bytes += more
            } catch {
                throw .damaged
            }
        }
        return bytes
    }
}
