public import CaseRegister

/// What a database says of its work within one moment: figures and times, no id and no word of a person.
public struct RegisterPulse: Hashable, Sendable {
    /// The number of its last migration.
    public let schema: Int
    /// The last entry of its journal; nil while that is empty.
    public let head: JournalAnchor?
    /// When the newest entry was recorded, in milliseconds since 1970.
    public let newestMilliseconds: Int64?
    /// How many open cases nobody has taken.
    public let waiting: Int64
    /// When the oldest of them was opened, in milliseconds since 1970.
    public let oldestWaitingMilliseconds: Int64?
    /// How many rungs of the ladder are due.
    public let dueRungs: Int64
    /// Since when the oldest of them is due, in milliseconds since 1970.
    public let oldestRungMilliseconds: Int64?
    /// Which release of SQLite or PostgreSQL answers.
    public let engine: String

    /// The number of the last migration that this release knows.
    public static var known: Int { Schema.known }

    /// Asks a database that is only looked at.
    ///
    /// - Parameter now: in milliseconds since 1970.
    public init(of source: any JournalSource, onServer: Bool, at now: Int64) throws(JournalFault) {
        self = try source.look { try RegisterPulse(in: $0, onServer: onServer, at: now) }
    }

    /// Asks the database of a running program.
    public init(of database: any SQLDatabase, onServer: Bool, at now: Int64) async throws(JournalFault) {
        self = try await database.read { try RegisterPulse(in: $0, onServer: onServer, at: now) }
    }

    private init(in session: any SQLSession, onServer: Bool, at now: Int64) throws {
        schema = Int(try session.rows(SQL.schema).first?.integer(0) ?? 0)
        head = try JournalWriter.head(in: session)
        newestMilliseconds = try session.rows(SQL.newest).first?.optionalInteger(0)
        let queue = try session.rows(SQL.queue).first
        waiting = try queue?.integer(0) ?? 0
        oldestWaitingMilliseconds = try queue?.optionalInteger(1)
        let rungs = try session.rows(SQL.rungs, [.integer(now)]).first
        dueRungs = try rungs?.integer(0) ?? 0
        oldestRungMilliseconds = try rungs?.optionalInteger(1)
        engine = try session.rows(onServer ? SQL.server : SQL.file).first?.text(0) ?? ""
    }
}

private enum SQL {
    static let schema: SharedSQL = "SELECT coalesce(max(version), 0) FROM schema_migration"
    static let newest: SharedSQL = """
        SELECT recorded_at_ms FROM journal_event
        WHERE position = (SELECT max(position) FROM journal_event)
        """
    static let queue: SharedSQL = """
        SELECT count(*), min(opened_ms) FROM case_row WHERE is_open = 1 AND owner IS NULL
        """
    static let rungs: SharedSQL = """
        SELECT count(*), min(next_rung_ms) FROM obligation_row WHERE next_rung_ms <= $1
        """
    static let server: SharedSQL = "SELECT current_setting('server_version')"
    static let file: SharedSQL = "SELECT sqlite_version()"
}
