public import CaseRegister
import GRDB
import Synchronization

/// One SQLite file: many readers, one writer, and nothing acknowledged that is not on the disk.
///
/// The first storage error of a write stops all later ones until the program is started again; reads go on.
/// It is a class because the connections and that one switch belong to everybody who uses the file.
public final class SQLiteDatabase: SQLDatabase {
    /// The connections.
    let pool: DatabasePool
    private let storageFault = Mutex<JournalFault?>(nil)

    /// Opens a database file, makes it where there is none, and brings its schema up to date.
    ///
    /// - Parameter busyTimeout: how long a write waits for another program that holds the file.
    /// - Throws: `.readOnly`, `.locked`, `.damaged`, `.newerSchema`, and `.other` where the folder is missing or
    ///   the file system cannot promise durability.
    public init(at path: String, busyTimeout: Duration = .seconds(5)) throws(JournalFault) {
        try DatabaseFile.prepare(path)
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration(busyTimeout))
            try Self.requireDurability(of: pool)
            try Schema.bringUpToDate(pool)
            try DatabaseFile.closeToOthers(path)
        } catch {
            throw JournalFault(error)
        }
    }

    /// The storage error that stopped all writes; nil while they are let through.
    public var stoppedBy: JournalFault? { storageFault.withLock { $0 } }

    /// Reads every page and compares every index with its table; for a nightly round, since it takes its time.
    ///
    /// - Throws: `.damaged` where the file is so broken that it cannot even be checked.
    public func isWhole() async throws(JournalFault) -> Bool {
        try await read { session in
            guard try session.rows("PRAGMA integrity_check") == [SQLRow([.text("ok")])] else { return false }
            return try session.rows("PRAGMA foreign_key_check").isEmpty
        }
    }

    /// Closes the file once running work has ended, with everything in the one file where the disk allows it.
    public func close() throws(JournalFault) {
        do {
            try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        } catch {
            // Nothing is lost: what was committed stays in the log beside the file, and the next start reads it.
        }
        do {
            try pool.close()
        } catch {
            throw JournalFault(error)
        }
    }

    public func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws(JournalFault) -> Value {
        do {
            return try await pool.writeWithoutTransaction { try self.transaction(on: $0, body) }
        } catch {
            throw JournalFault(error)
        }
    }

    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws(JournalFault) -> Value {
        do {
            return try await pool.read { try body(SQLiteSession($0)) }
        } catch {
            throw JournalFault(error)
        }
    }

    public func readAtStart<Value>(
        _ body: (any SQLSession) throws -> Value
    ) throws(JournalFault) -> Value {
        do {
            return try pool.read { try body(SQLiteSession($0)) }
        } catch {
            throw JournalFault(error)
        }
    }

    public func writeAtStart<Value>(
        _ body: (any SQLSession) throws -> Value
    ) throws(JournalFault) -> Value {
        do {
            return try pool.writeWithoutTransaction { try transaction(on: $0, body) }
        } catch {
            throw JournalFault(error)
        }
    }

    /// Runs one transaction on the writer's queue, so that no later write can slip past a storage error.
    private func transaction<Value>(
        on connection: Database, _ body: (any SQLSession) throws -> Value
    ) throws -> Value {
        guard stoppedBy == nil else { throw JournalFault.stopped }
        var value: Value?
        do {
            try connection.inTransaction(.immediate) {
                value = try body(SQLiteSession(connection))
                return .commit
            }
        } catch {
            if JournalFault.isOfStorage(error) { stop(because: JournalFault(error)) }
            throw error
        }
        guard let value else { throw JournalFault.other(code: "no-result") }
        return value
    }

    /// Keeps the first fault, which is the one to look into.
    private func stop(because fault: JournalFault) {
        storageFault.withLock { $0 = $0 ?? fault }
    }
}

extension SQLiteDatabase {
    private static func configuration(_ busyTimeout: Duration) -> Configuration {
        var configuration = Configuration()
        let (seconds, attoseconds) = busyTimeout.components
        configuration.busyMode = .timeout(Double(seconds) + Double(attoseconds) / 1e18)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { connection in
            try connection.execute(sql: "PRAGMA trusted_schema = OFF")
            try connection.execute(sql: "PRAGMA secure_delete = ON")
            try connection.execute(sql: "PRAGMA cell_size_check = ON")
        }
        return configuration
    }

    /// Sets what GRDB unset and reads it back.
    ///
    /// GRDB puts `synchronous` to NORMAL when it turns the write-ahead log on, after `prepareDatabase`; a power
    /// cut then loses commits that were acknowledged. The one writer connection lives as long as the pool.
    private static func requireDurability(of pool: DatabasePool) throws {
        try pool.writeWithoutTransaction { connection in
            try connection.execute(sql: "PRAGMA synchronous = FULL")
            guard try Int.fetchOne(connection, sql: "PRAGMA synchronous") == 2 else {
                throw JournalFault.other(code: "not-synchronous")
            }
            guard try String.fetchOne(connection, sql: "PRAGMA journal_mode") == "wal" else {
                throw JournalFault.other(code: "no-write-ahead-log")
            }
        }
    }
}
