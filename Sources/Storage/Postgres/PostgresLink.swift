import CPQ
import CaseRegister

/// One connection to a server: it waits for every answer, and is used by one transaction at a time.
///
/// It is a class because the connection behind it must be closed once.
final class PostgresLink {
    private let connection: OpaquePointer
    /// The name under which the server keeps a statement, by its text.
    private var prepared: [String: String] = [:]
    private var cursors = 0
    /// Whether a transaction may still be open on it that could not be undone.
    private var isSpoiled = false

    /// Connects, and refuses a server that could lose what it acknowledged.
    ///
    /// - Throws: `.noConnection` where nobody answers in time or lets us in, `.refused`, and
    ///   `JournalFault.other` for a server that is not durable, too old, or does not store Unicode.
    init(to address: PostgresAddress, _ limits: PostgresLimits) throws {
        let opened = address.withParameters { PQconnectdbParams($0, $1, 1) }
        guard let opened else { throw PostgresError.noConnection }
        connection = opened
        // What a server remarks may quote what is stored; nothing of it reaches a log.
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        guard PQstatus(connection) == CONNECTION_OK else { throw PostgresError.noConnection }
        guard PQserverVersion(connection) >= Self.oldestServer else {
            throw JournalFault.other(code: "postgres-too-old")
        }
        try execute(limits.settings)
        try requireDurability()
    }

    deinit { PQfinish(connection) }

    /// Whether nothing more may be asked through this connection.
    var isGone: Bool { isSpoiled || PQstatus(connection) != CONNECTION_OK }

    /// Runs one or more statements without values, as they stand.
    @discardableResult
    func execute(_ text: String) throws(PostgresError) -> PostgresAnswer {
        try checked(PQexec(connection, text))
    }

    /// Runs a statement that the server keeps for the next time.
    func answer(to sql: SharedSQL, _ values: [SQLValue]) throws -> PostgresAnswer {
        let name = try name(of: sql.postgres)
        return try checked(
            try PostgresParameters(values).with { count, addresses, lengths, formats in
                PQexecPrepared(connection, name, count, addresses, lengths, formats, Self.binary)
            })
    }

    /// Reads the rows of a statement some hundreds at a time; the body says whether to go on.
    func walk(_ sql: SharedSQL, _ body: (PostgresAnswer, Int) throws -> Bool) throws {
        cursors += 1
        let cursor = "walk_\(cursors)"
        try execute("DECLARE \(cursor) NO SCROLL CURSOR FOR \(sql.postgres)")
        // Where the body throws, the end of the transaction closes it.
        while try fetch(from: cursor, body) {}
        try execute("CLOSE \(cursor)")
    }

    /// Ends a transaction for good.
    ///
    /// - Throws: `.commitUnanswered` where the connection was lost meanwhile, `.refused` where nothing was
    ///   committed.
    func commit() throws {
        let answer: PostgresAnswer
        do {
            answer = try checked(PQexec(connection, "COMMIT"))
        } catch .gone {
            throw PostgresError.commitUnanswered
        }
        // A transaction in which a statement failed is undone by its own commit, and the server calls that a
        // success.
        guard answer.command == "COMMIT" else { throw JournalFault.other(code: "postgres-not-committed") }
    }

    /// Undoes a transaction; a connection on which even that fails is gone.
    func rollBack() {
        guard !isGone else { return }
        do { try execute("ROLLBACK") } catch { isSpoiled = true }
    }

    /// Gives the next rows of a cursor to the body; returns whether more may come.
    private func fetch(from cursor: String, _ body: (PostgresAnswer, Int) throws -> Bool) throws -> Bool {
        let text = "FETCH FORWARD \(Self.batch) FROM \(cursor)"
        let answer = try checked(PQexecParams(connection, text, 0, nil, nil, nil, nil, Self.binary))
        for row in 0..<answer.count {
            guard try body(answer, row) else { return false }
        }
        return answer.count == Self.batch
    }

    private func name(of text: String) throws(PostgresError) -> String {
        if let name = prepared[text] { return name }
        let name = "kept_\(prepared.count)"
        _ = try checked(PQprepare(connection, name, text, 0, nil))
        prepared[text] = name
        return name
    }

    private func checked(_ result: OpaquePointer?) throws(PostgresError) -> PostgresAnswer {
        guard let result else { throw .gone }
        let answer = PostgresAnswer(result)
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return answer
        default: break
        }
        let state = PQresultErrorField(result, Self.stateField).map { String(cString: $0) } ?? ""
        // A server that shuts down says so before it hangs up.
        guard !isGone, !state.isEmpty, !["57P01", "57P02"].contains(state) else { throw .gone }
        throw .refused(state: state)
    }

    private func requireDurability() throws {
        let row = try answer(to: SQL.durability, []).row(0)
        guard ["on", "remote_apply"].contains(try row.text(0)), try row.text(1) == "on",
            try row.text(2) == "on"
        else { throw JournalFault.other(code: "not-synchronous") }
        guard try row.text(3) == "UTF8" else { throw JournalFault.other(code: "postgres-not-unicode") }
    }

    /// The oldest release that the tests run on.
    private static let oldestServer: Int32 = 150_000
    private static let binary: CInt = 1
    /// How many rows of a walk are in memory at a time.
    private static let batch = 500
    /// PG_DIAG_SQLSTATE, which is a macro of a character.
    private static let stateField = CInt(UInt8(ascii: "C"))
}

private enum SQL {
    static let durability: SharedSQL = """
        SELECT current_setting('synchronous_commit'), current_setting('fsync'),
            current_setting('full_page_writes'), current_setting('server_encoding')
        """
}
