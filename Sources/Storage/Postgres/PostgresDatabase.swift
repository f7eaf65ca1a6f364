public import CaseRegister
import Synchronization

/// One PostgreSQL database: many readers, one writer at a time among all programs, nothing acknowledged that
/// is not on the disk of the server.
///
/// It is a class because the connections and the one switch belong to everybody who uses the database.
public final class PostgresDatabase: SQLDatabase {
    private let readers: PostgresPool
    private let writer: PostgresPool
    private let storageFault = Mutex<JournalFault?>(nil)

    /// Connects, and brings the schema up to date.
    ///
    /// - Throws: `.locked` where another program migrates, `.newerSchema`, `.readOnly` for a copy that only
    ///   follows, and `.other` where nobody answers or the server could lose what it acknowledged.
    public init(at address: PostgresAddress, _ limits: PostgresLimits = .init()) throws(JournalFault) {
        readers = PostgresPool(of: limits.readers, at: address, limits)
        writer = PostgresPool(of: 1, at: address, limits)
        try writer.runAtStart { try PostgresSchema.bringUpToDate($0) }
    }

    /// The fault that stopped all writes; nil while they are let through.
    public var stoppedBy: JournalFault? { storageFault.withLock { $0 } }

    public func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws(JournalFault) -> Value {
        try await writer.run { try self.transaction(on: $0, body) }
    }

    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws(JournalFault) -> Value {
        try await readers.run { try Self.moment(on: $0, body) }
    }

    public func readAtStart<Value>(
        _ body: (any SQLSession) throws -> Value
    ) throws(JournalFault) -> Value {
        try readers.runAtStart { try Self.moment(on: $0, body) }
    }

    public func writeAtStart<Value>(
        _ body: (any SQLSession) throws -> Value
    ) throws(JournalFault) -> Value {
        try writer.runAtStart { try transaction(on: $0, body) }
    }

    /// Lets the server use the room of deleted keys anew.
    ///
    /// Older bytes stay in its log, and in the copies that are made of that, until those are overwritten.
    public func forgetDeleted() async throws(JournalFault) {
        try await writer.run { link in
            do {
                try link.execute("VACUUM person_key, blind_index")
            } catch PostgresError.refused(state: "55P03") {
                // The server is at it by itself.
            }
        }
    }

    /// Reads every row of every table; where the server has `amcheck`, compares every index with its table.
    public func isWhole() async throws(JournalFault) -> Bool {
        try await readers.run { link in
            try Self.moment(on: link) { _ in try PostgresExamination(link).isWhole() }
        }
    }

    public func close() throws(JournalFault) {
        writer.close()
        readers.close()
    }

    /// Runs one transaction while no other program writes.
    ///
    /// With the lock every statement sees all that was committed before, and nothing is committed beside it.
    private func transaction<Value>(
        on link: PostgresLink, _ body: (any SQLSession) throws -> Value
    ) throws -> Value {
        guard stoppedBy == nil else { throw JournalFault.stopped }
        do {
            let value: Value
            do {
                try link.execute("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; " + Self.takeTurn)
                value = try body(PostgresSession(link: link))
            } catch {
                link.rollBack()
                throw error
            }
            try link.commit()
            return value
        } catch {
            if JournalFault.isOfStorage(error) { stop(because: JournalFault(error)) }
            throw error
        }
    }

    /// Reads from one unchanging moment.
    static func moment<Value>(
        on link: PostgresLink, _ body: (any SQLSession) throws -> Value
    ) throws -> Value {
        do {
            try link.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            let value = try body(PostgresSession(link: link))
            try link.execute("COMMIT")
            return value
        } catch {
            link.rollBack()
            throw error
        }
    }

    /// Keeps the first fault, which is the one to look into.
    private func stop(because fault: JournalFault) {
        storageFault.withLock { $0 = $0 ?? fault }
    }

    /// Waits until no other program writes; the lock ends with the transaction. The number means nothing
    /// elsewhere.
    static let takeTurn = "SELECT pg_advisory_xact_lock(7238538103)"
}
