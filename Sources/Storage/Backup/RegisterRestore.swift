public import Access
public import CaseRegister
import ReferralDomain
public import Sealing

/// Puts a register back into an empty database: all of it, or nothing.
///
/// The keys of whoever was shredded after the backup was made are passed over, so that they are never written.
public struct RegisterRestore {
    /// Opens a backup at its beginning.
    public typealias Source = () throws(BackupFault) -> BackupRecordReader

    private let full: Source
    private let increment: Source?
    private let shredded: Set<String>
    private let tombstones: [Tombstone]
    private let digest: Digest

    /// Takes the files that lie beside the database.
    public protocol Files {
        /// Begins anew: whatever an earlier try left is gone.
        func clear() throws(JournalFault)
        func begin(_ name: String) throws(JournalFault)
        func add(_ piece: [UInt8]) throws(JournalFault)
        /// Puts all of them in their places; called last, before the database commits.
        func finish() throws(JournalFault)
    }

    public init(
        full: @escaping Source, increment: Source?, tombstones: [Tombstone], digest: @escaping Digest
    ) {
        self.full = full
        self.increment = increment
        self.tombstones = tombstones
        self.digest = digest
        shredded = Set(tombstones.map(\.person.text))
    }

    /// What was put back.
    public struct Outcome: Hashable, Sendable {
        /// What the last backup that was read says of itself.
        public let manifest: BackupManifest
        /// How many rows were passed over since they are keys of somebody who was shredded.
        public let passedOver: Int64
    }

    /// Restores, and returns once all of it is on the disk.
    ///
    /// - Throws: why nothing was restored.
    public func run(
        into database: any SQLDatabase, files: any Files
    ) throws(RestoreFailure) -> Outcome {
        var failure: RestoreFailure?
        do {
            return try database.writeAtStart { session in
                do {
                    return try restored(in: session, files)
                } catch let reason as RestoreFailure {
                    // The database knows its own faults only.
                    failure = reason
                    throw JournalFault.other(code: "not-restored")
                }
            }
        } catch {
            throw failure ?? .fault(error)
        }
    }

    private func restored(in session: any SQLSession, _ files: any Files) throws -> Outcome {
        try Self.requireEmpty(session)
        try files.clear()
        var load = RestoreLoad(into: session, files: files, shredded: shredded)
        let first = try load.take(from: full, as: increment == nil ? .alone : .base)
        var last = first
        if let increment {
            last = try load.take(from: increment, as: .goesOn(from: first))
        }
        let missing = load.buried.subtracting(shredded).count
        guard missing == 0 else { throw RestoreFailure.tombstones(missing: missing) }
        try compare(load, with: first, last, in: session)
        for tombstone in tombstones {
            try session.run(
                SQL.bury,
                [.text(tombstone.person.text), .integer(tombstone.instant.millisecondsSinceEpoch)])
        }
        // Its sender may have sent it after the backup was made: within its time it leaves again, and later not any more.
        try session.run(SQL.doubt, [.text(OutboxMessage.Standing.restored)])
        try files.finish()
        return Outcome(manifest: last, passedOver: load.passedOver.values.reduce(0, +))
    }

    /// Counts every table, and follows the chain of the journal from its beginning to the end that was promised.
    private func compare(
        _ load: RestoreLoad, with first: BackupManifest, _ last: BackupManifest, in session: any SQLSession
    ) throws {
        for table in CopiedTable.whole {
            let found = try session.rows(table.count).first?.integer(0) ?? 0
            let before = last.base == nil || table.appended == nil ? 0 : first.rows[table.name] ?? 0
            let promised = before + (last.rows[table.name] ?? 0)
            guard found + (load.passedOver[table.name] ?? 0) == promised else {
                throw RestoreFailure.differs(table.name)
            }
        }
        var check = JournalCheck(digest: digest, anchors: last.head.map { [$0] } ?? [])
        guard try session.check(&check) == nil, check.count == last.head?.position ?? 0 else {
            throw RestoreFailure.differs(CopiedTable.journal.name)
        }
    }

    private static func requireEmpty(_ session: any SQLSession) throws {
        for table in CopiedTable.whole {
            guard try session.rows(table.count).first?.integer(0) == 0 else { throw RestoreFailure.taken }
        }
    }
}

private enum SQL {
    static let doubt: SharedSQL = "UPDATE message SET outcome = $1 WHERE state = 'waiting'"
    static let bury: SharedSQL = """
        INSERT INTO person_tombstone (person, shredded_at_ms) VALUES ($1, $2) ON CONFLICT (person) DO NOTHING
        """
}
