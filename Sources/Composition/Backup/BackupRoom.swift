import Access
public import CaseRegister
import Foundation
public import ReferralDomain
public import Sealing
import Storage

/// Makes backups of a house while it is open.
public struct BackupRoom: Sendable {
    private let place: RegisterPlace
    private let folder: String
    private let recipients: [BackupRecipient]
    private let random: any RandomSource

    /// - Parameters:
    ///   - folder: where the backups lie; made where there is none.
    ///   - recipients: each of them opens a backup alone.
    public init(
        of place: RegisterPlace, in folder: String, to recipients: [BackupRecipient],
        random: any RandomSource
    ) {
        self.place = place
        self.folder = folder
        self.recipients = recipients
        self.random = random
    }

    /// A backup that is on the disk.
    public struct Made: Hashable, Sendable {
        public let path: String
        /// Whether it stands alone; otherwise it goes on from the last that does.
        public let isFull: Bool
        /// Where its journal ends; nil while that is empty.
        public let head: JournalAnchor?
        /// How many rows it carries.
        public let rows: Int64
        /// How many bytes it has.
        public let length: Int64
    }

    /// Makes a full backup.
    ///
    /// - Throws: why there is none; nothing is left of it then.
    public func makeFull(at now: Instant) throws(JournalFault) -> Made {
        let folder = try BackupFolder(folder)
        return try folder.alone { () throws(JournalFault) in try make(in: folder, from: nil, at: now) }
    }

    /// Makes what is due: an increment on the last full backup, or a full one where that is missing, of another
    /// register, or older than this; then takes away what is no longer needed.
    ///
    /// - Parameters:
    ///   - fullMilliseconds: how old the last full backup may be.
    ///   - keep: how many full backups stay.
    public func makeDue(
        at now: Instant, fullMilliseconds: Int64, keep: Int
    ) throws(JournalFault) -> Made {
        let folder = try BackupFolder(folder)
        return try folder.alone { () throws(JournalFault) in
            let last = folder.notes.last { $0.manifest.base == nil }?.manifest
            let age = last.map { now.millisecondsSinceEpoch - $0.madeAtMilliseconds }
            let isFresh = age.map { (0..<fullMilliseconds).contains($0) } ?? false
            let made = try next(in: folder, from: isFresh ? last?.asBase : nil, at: now)
            try folder.prune(keeping: keep)
            return made
        }
    }

    private func next(
        in folder: BackupFolder, from base: BackupManifest.Base?, at now: Instant
    ) throws(JournalFault) -> Made {
        do {
            return try make(in: folder, from: base, at: now)
        } catch .other(BackupManifest.foreignBase) {
            return try make(in: folder, from: nil, at: now)
        }
    }

    private func make(
        in folder: BackupFolder, from base: BackupManifest.Base?, at now: Instant
    ) throws(JournalFault) -> Made {
        guard place.isThere else { throw .other(code: "no-file") }
        let name = BackupFolder.name(at: now, isFull: base == nil)
        let path = folder.path + "/" + name
        var writer: BackupFileWriter?
        let backup = RegisterBackup(
            id: HexText.text(of: random.bytes(16)), base: base, at: now.millisecondsSinceEpoch)
        do {
            let manifest = try backup.run(
                from: try place.journal(), with: HouseFile.all(in: place)
            ) {
                let begun = try BackupFileWriter(path, to: recipients, random: random)
                writer = begun
                return { try begun.write($0) }
            }
            guard let writer else { throw JournalFault.other(code: "no-result") }
            let sha256 = try writer.finish()
            try BackupNote(manifest, file: name, length: writer.length, sha256: sha256)
                .write(in: folder.path)
            try copyTombstones(to: folder)
            return Made(
                path: path, isFull: base == nil, head: manifest.head,
                rows: manifest.rows.values.reduce(0, +), length: writer.length)
        } catch {
            writer?.abandon()
            throw error as? JournalFault ?? .other(code: "unexpected")
        }
    }

    /// Copies the tombstones whole, also where there are none: a restore asks for the file.
    ///
    /// A house that runs on a server may have several programs, each with a file of its own: what the copy knows
    /// already stays in it.
    private func copyTombstones(to folder: BackupFolder) throws(JournalFault) {
        let ours = try TombstoneFile(besideData: place.data).all()
        let copy = TombstoneFile(at: folder.tombstones)
        let known = try copy.all()
        let lines = known + ours.filter { ours in !known.contains { $0.person == ours.person } }
        let file = try SyncedFile(folder.tombstones)
        try file.write(Array(lines.map(TombstoneFile.line).joined().utf8))
        try file.finish()
    }
}
