import Access
public import CaseRegister
import Foundation
public import Sealing
import Storage

/// Puts a house back from its backup, on an empty host, or says why not and leaves nothing behind.
///
/// A restore that a power cut ended is repeated with the same files: it begins anew where nothing was committed, and
/// ends well where everything was.
public struct RestoreRoom {
    private let full: String
    private let increment: String?
    private let pair: BackupKeyPair

    /// The fault of whoever opens a register that a restore was cut short in.
    public static let underWay = RestoreMark.underWay

    /// Why nothing was restored.
    public enum Failure: Error, Hashable {
        /// There is a register or a key of a house already.
        case taken(path: String)
        case backup(BackupFault)
        case increment(BackupFault)
        case schema(found: Int, known: Int)
        case unrelated
        /// The backup knows of so many shredded persons whom the tombstones do not name.
        case tombstones(missing: Int)
        case tombstonesUnreachable
        case differs(String)
        case fault(JournalFault)

        fileprivate init(_ failure: RestoreFailure, at place: RegisterPlace) {
            switch failure {
            case .taken: self = .taken(path: place.name)
            case .backup(let fault): self = .backup(fault)
            case .increment(let fault): self = .increment(fault)
            case .schema(let found, let known): self = .schema(found: found, known: known)
            case .unrelated: self = .unrelated
            case .tombstones(let missing): self = .tombstones(missing: missing)
            case .differs(let table): self = .differs(table)
            case .fault(let fault): self = .fault(fault)
            }
        }
    }

    /// What was put back, or what a backup says of itself.
    public struct Outcome: Hashable, Sendable {
        public let head: JournalAnchor?
        /// How many rows each table has, or the backup carries of it.
        public let rows: [String: Int64]
        /// When the backup was made, in milliseconds since 1970.
        public let madeAtMilliseconds: Int64
        public let isFull: Bool
        /// How many keys of shredded persons were passed over.
        public let passedOver: Int64
        /// Whether an earlier try had put all of it back already.
        public var wasThere = false
    }

    public init(_ full: String, increment: String?, with pair: BackupKeyPair) {
        self.full = full
        self.increment = increment
        self.pair = pair
    }

    /// Opens every piece of one backup, and says what it says of itself; nothing is written.
    public static func examine(
        _ path: String, with pair: BackupKeyPair
    ) throws(BackupFault) -> Outcome {
        do {
            var reader = try BackupFileReader.records(of: path, with: pair)
            guard case .manifest(let json) = try reader.next(), let manifest = BackupManifest(json: json)
            else { throw BackupFault.damaged }
            while try reader.next() != nil {}
            return Outcome(
                head: manifest.head, rows: manifest.rows, madeAtMilliseconds: manifest.madeAtMilliseconds,
                isFull: manifest.base == nil, passedOver: 0)
        } catch {
            throw error as? BackupFault ?? .damaged
        }
    }

    /// Restores, and returns once all of it is on the disk.
    ///
    /// - Parameter tombstones: the file of those who were shredded, kept apart from the backup and newer than it.
    public func restore(
        to place: RegisterPlace, tombstones path: String
    ) throws(Failure) -> Outcome {
        let tombstones = try tombstones(in: path)
        let mark = RestoreMark(besideData: place.data)
        let isRepeated = mark.isThere
        if !isRepeated { try Self.requireEmpty(place) }
        let isNew = place.server == nil && !FileManager.default.fileExists(atPath: place.data)
        let files = RestoredFiles(beside: place.data, marked: mark)
        do {
            return try end(mark, with: try restore(to: place, files, tombstones))
        } catch .taken where isRepeated {
            return try end(mark, with: try whole(at: place))
        } catch {
            // Where the database failed, nobody knows what it kept: the mark lets the next try find out.
            if case .fault = error, !isNew, mark.isThere { throw error }
            files.undo()
            if isNew { for end in ["", "-wal", "-shm"] { unlink(place.data + end) } }
            if !isRepeated { try? mark.clear() }
            throw error
        }
    }

    private func end(_ mark: RestoreMark, with outcome: Outcome) throws(Failure) -> Outcome {
        do { try mark.clear() } catch { throw .fault(error) }
        return outcome
    }

    /// What stands in a marked register with rows in it: all of this backup, since it was committed at once.
    private func whole(at place: RegisterPlace) throws(Failure) -> Outcome {
        do {
            let told = try Self.examine(increment ?? full, with: pair)
            let status = try place.journal().status()
            guard status.head == told.head else { throw Failure.taken(path: place.name) }
            return Outcome(
                head: status.head, rows: status.rows, madeAtMilliseconds: told.madeAtMilliseconds,
                isFull: increment == nil, passedOver: 0, wasThere: true)
        } catch let fault as BackupFault {
            throw increment == nil ? .backup(fault) : .increment(fault)
        } catch {
            throw error as? Failure ?? .fault(error as? JournalFault ?? .other(code: "unexpected"))
        }
    }

    private func restore(
        to place: RegisterPlace, _ files: RestoredFiles, _ tombstones: [Tombstone]
    ) throws(Failure) -> Outcome {
        let (full, increment, pair) = (full, increment, pair)
        let records: (String) -> RegisterRestore.Source = { path in
            { () throws(BackupFault) in try BackupFileReader.records(of: path, with: pair) }
        }
        let restore = RegisterRestore(
            full: records(full), increment: increment.map(records), tombstones: tombstones,
            digest: Fingerprint.sha256)
        do {
            // Opened and closed once before anything is made, so that a wrong key leaves no trace.
            for path in [full, increment].compactMap({ $0 }) { try check(path) }
            try place.makeFolder()
            try TombstoneFile(besideData: place.data).add(tombstones)
            let database = try place.openForRestore()
            let outcome: RegisterRestore.Outcome
            do {
                outcome = try restore.run(into: database, files: files)
            } catch {
                try database.close()
                throw error
            }
            try database.close()
            let status = try place.journal().status()
            return Outcome(
                head: status.head, rows: status.rows,
                madeAtMilliseconds: outcome.manifest.madeAtMilliseconds, isFull: increment == nil,
                passedOver: outcome.passedOver)
        } catch let failure as RestoreFailure {
            throw Failure(failure, at: place)
        } catch {
            throw error as? Failure ?? .fault(error as? JournalFault ?? .other(code: "unexpected"))
        }
    }

    private func check(_ path: String) throws(Failure) {
        do {
            _ = try BackupFileReader(path, with: pair)
        } catch {
            throw path == full ? .backup(error) : .increment(error)
        }
    }

    /// The tombstones of a file, unless a note beside the backup tells of more: then there is a newer file.
    private func tombstones(in path: String) throws(Failure) -> [Tombstone] {
        guard FileManager.default.fileExists(atPath: path) else { throw .tombstonesUnreachable }
        let found: [Tombstone]
        do { found = try TombstoneFile(at: path).all() } catch { throw .fault(error) }
        let folder = URL(filePath: full).deletingLastPathComponent().path(percentEncoded: false)
        let told = BackupFolder(lookingAt: folder).notes.map(\.manifest.shredded).max() ?? 0
        guard found.count >= told else { throw .tombstones(missing: Int(told) - found.count) }
        return found
    }

    private static func requireEmpty(_ place: RegisterPlace) throws(Failure) {
        for path in HouseFile.allCases.map({ place.data + $0.rawValue })
        where FileManager.default.fileExists(atPath: path) {
            throw .taken(path: path)
        }
    }
}
