import CaseRegister
import Crypto
import Sealing
import Storage

/// Writes a sealed backup, of which memory holds a piece.
///
/// It is a class because the file behind it is one thing.
final class BackupFileWriter {
    private let file: SyncedFile
    private var sealing: BackupSealing
    private var waiting: [UInt8] = []
    private var hash = SHA256()
    /// How many bytes the file has.
    private(set) var length: Int64 = 0

    init(_ path: String, to recipients: [BackupRecipient], random: any RandomSource) throws(JournalFault) {
        do {
            sealing = try BackupSealing(to: recipients) { random.bytes($0) }
        } catch {
            throw .other(code: "no-recipient")
        }
        file = try SyncedFile(path)
        try put(sealing.head)
    }

    func write(_ record: BackupRecord) throws(JournalFault) {
        record.write(into: &waiting)
        while waiting.count > BackupSealing.pieceLength {
            let piece = Array(waiting.prefix(BackupSealing.pieceLength))
            waiting.removeFirst(piece.count)
            try put(sealed(piece, isLast: false))
        }
    }

    /// Returns once the whole file is on the disk under its name, with the digits of its SHA-256.
    func finish() throws(JournalFault) -> String {
        try put(sealed(waiting, isLast: true))
        waiting = []
        try file.finish()
        return HexText.text(of: hash.finalize())
    }

    func abandon() { file.abandon() }

    private func sealed(_ piece: [UInt8], isLast: Bool) throws(JournalFault) -> [UInt8] {
        do { return try sealing.seal(piece, isLast: isLast) } catch { throw .other(code: "not-sealed") }
    }

    private func put(_ bytes: [UInt8]) throws(JournalFault) {
        try file.write(bytes)
        hash.update(data: bytes)
        length += Int64(bytes.count)
    }
}
