import Access
import Crypto
import Foundation
import ReferralDomain
import Sealing
import Storage

/// How old the newest backup is, whether it is what it was, and whether the list of the shredded beside it is whole.
struct BackupProbe {
    let data: String
    /// Nil where nobody said where the backups lie.
    let folder: String?

    func findings(at now: Instant) -> [DoctorFinding] {
        guard let folder else { return [.backupUnknown] }
        let backups = BackupFolder(lookingAt: folder)
        guard let newest = backups.notes.last else { return [.backupMissing(path: folder)] }
        let minutes = (now.millisecondsSinceEpoch - newest.manifest.madeAtMilliseconds) / 60_000
        var found: [DoctorFinding] = []
        if minutes > Self.mostMinutes { found.append(.backupOld(minutes: minutes)) }
        let needed = [newest] + backups.notes.filter { $0.manifest.id == newest.manifest.base?.id }
        for note in needed where !isWhole(note, at: backups.file(of: note)) {
            found.append(.backupChanged(path: note.file))
        }
        let missing = missing(in: backups)
        if missing > 0 { found.append(.tombstonesOld(missing: missing)) }
        return found.isEmpty ? [.backup(minutes: minutes)] : found
    }

    private func isWhole(_ note: BackupNote, at path: String) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? handle.close() }
        var (hash, length) = (SHA256(), Int64(0))
        do {
            while let piece = try handle.read(upToCount: Self.pieceLength), !piece.isEmpty {
                hash.update(data: piece)
                length += Int64(piece.count)
            }
        } catch {
            return false
        }
        return length == note.length && HexText.text(of: hash.finalize()) == note.sha256
    }

    /// How many who were shredded are not in the copy; all of them where it cannot be read.
    private func missing(in backups: BackupFolder) -> Int {
        guard let ours = try? TombstoneFile(besideData: data).all() else { return 0 }
        let copied = (try? TombstoneFile(at: backups.tombstones).all()) ?? []
        return Set(ours.map(\.person)).subtracting(copied.map(\.person)).count
    }

    private static let pieceLength = 1 << 20
    /// A day and an hour: a backup every night is the least.
    private static let mostMinutes: Int64 = 25 * 60
}
