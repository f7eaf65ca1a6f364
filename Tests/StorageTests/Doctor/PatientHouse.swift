import CaseRegister
import Foundation
import ReferralDomain
import Sealing
import Synchronization
import Testing

@testable import Composition
@testable import Storage

/// A small house with its keys and one backup, on a machine whose disk and clock are told what to say.
///
/// It is a class since each story changes one thing in it.
final class PatientHouse {
    let place: RegisterPlace
    let backups: String
    var now = Instant(millisecondsSinceEpoch: recorded + 60_000)
    var isKept: Bool? = true
    var syncNanoseconds: UInt64 = 3_000_000
    var freeBytes: Int64? = 50 << 30

    /// When its one report was recorded, in milliseconds since 1970.
    static let recorded: Int64 = 1_795_000_000_000

    private init(in folder: String) async throws {
        place = RegisterPlace(data: folder + "/ruta.sqlite")
        backups = folder + "/backups"
        let database = try SQLiteDatabase(at: place.data)
        let journal = try StoredCaseJournal(on: database)
        let random = SeededSource(seed: 1)
        _ = try await journal.record(try Reports.report(1), stamp: .street(at: Self.recorded))
        try database.close()
        _ = try HouseSigner.open(in: place.keys, random: random)
        _ = try AppKeyFile.open(in: place.keys, random: random, at: now)
        try sign(position: 1, as: nil)
        let key = try BackupKeyPair(random: Array(1...32))
        _ = try BackupRoom(of: place, in: backups, to: [key.recipient], random: random).makeFull(at: now)
    }

    static func with(_ story: (PatientHouse) async throws -> Void) async throws {
        try await World.withFolder { try await story(try await PatientHouse(in: $0)) }
    }

    func examine(withoutBackups: Bool = false) -> [DoctorFinding] {
        let (now, isKept, step, free) = (now, isKept, syncNanoseconds, freeBytes)
        let time = Mutex<UInt64>(0)
        let disk = DiskProbe(
            nanoseconds: { time.withLock { $0 } },
            sync: { _ in
                time.withLock { $0 += step }
                return 0
            }, free: { _ in free })
        return Doctor(
            of: place, backups: withoutBackups ? nil : backups, disk: disk,
            clock: ClockProbe(now: { now }, isKept: { isKept })
        ).examine()
    }

    func newestBackup() -> String? {
        let folder = BackupFolder(lookingAt: backups)
        return folder.notes.last.map(folder.file(of:))
    }

    /// Adds a signed end of the journal to the file beside the database.
    ///
    /// - Parameter hash: what it says stands there; nil says what does.
    func sign(position: Int64, as hash: String?) throws {
        let head = try place.journal().head()
        let anchor = JournalAnchor(position: position, hash: try #require(hash ?? head?.hash))
        let signer = try ReceiptKeyFile(in: place.keys).signer()
        let text = try JournalCheckpoint(anchor, at: now).text { (bytes) throws(SealingFault) in
            try signer.signature(over: bytes)
        }
        try put(Array(text.utf8), at: place.data + JournalRoom.checkpointSuffix)
    }

    func put(_ bytes: [UInt8], at path: String) throws {
        for end in ["-wal", "-shm"] where path == place.data {
            try? FileManager.default.removeItem(atPath: path + end)
        }
        try Data(bytes).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    func plant(_ statement: String) throws { try Stranger.file(place.data).plant(statement) }
}
