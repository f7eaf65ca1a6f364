import CaseRegister
import Foundation
import ReferralDomain
import Storage

/// The folder of the backups of one house: sealed files, a note beside each, and a copy of the tombstones.
struct BackupFolder {
    let path: String

    /// Makes the folder where there is none.
    ///
    /// - Throws: `.readOnly` where it cannot be made.
    init(_ path: String) throws(JournalFault) {
        self.path = path
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .readOnly
        }
    }

    /// A folder that is only looked at.
    init(lookingAt path: String) { self.path = path }

    /// The notes of all backups whose file is there, the oldest first.
    var notes: [BackupNote] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(Self.ending + BackupNote.ending) }
            .compactMap { BackupNote(at: path + "/" + $0) }
            .filter { FileManager.default.fileExists(atPath: file(of: $0)) }
            .sorted { $0.manifest.madeAtMilliseconds < $1.manifest.madeAtMilliseconds }
    }

    func file(of note: BackupNote) -> String { path + "/" + note.file }

    /// The name of a backup of a moment: the names sort as the moments do.
    static func name(at instant: Instant, isFull: Bool) -> String {
        let date = Date(timeIntervalSince1970: Double(instant.millisecondsSinceEpoch) / 1_000)
        let moment = date.ISO8601Format(.init(timeSeparator: .omitted, includingFractionalSeconds: true))
        return "ruta-\(moment)-\(isFull ? "full" : "more")\(ending)"
    }

    /// Runs while no other program makes backups in this folder.
    ///
    /// - Throws: `.locked` where another one does.
    func alone<Value>(_ body: () throws(JournalFault) -> Value) throws(JournalFault) -> Value {
        let descriptor = open(path + "/.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SyncedFile.fault(errno) }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .locked }
        return try body()
    }

    /// Takes away what is no longer needed: increments that a newer one stands for, but one, and full backups beyond
    /// so many with all that goes on from them.
    ///
    /// - Throws: `.readOnly` or `.other` where the folder cannot be written.
    func prune(keeping count: Int) throws(JournalFault) {
        let notes = notes
        let full = notes.filter { $0.manifest.base == nil }.suffix(max(count, 1))
        let kept = Set(full.map(\.manifest.id))
        var seen: [String: Int] = [:]
        for note in notes.reversed() {
            guard let base = note.manifest.base else {
                if !kept.contains(note.manifest.id) { remove(note) }
                continue
            }
            seen[base.id, default: 0] += 1
            if !kept.contains(base.id) || seen[base.id, default: 0] > Self.increments { remove(note) }
        }
        try SyncedFile.syncFolder(path)
    }

    private func remove(_ note: BackupNote) {
        unlink(file(of: note) + BackupNote.ending)
        unlink(file(of: note))
    }

    /// Where a copy of the tombstones lies: newer than any backup beside it.
    var tombstones: String { path + "/tombstones" }

    private static let ending = ".backup"
    /// The newest increment of a full backup, and one more in case that one is damaged.
    private static let increments = 2
}
