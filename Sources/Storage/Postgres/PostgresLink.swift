import CPQ
import CaseRegister

/// One connection to a server: it waits for every answer, and is used by one transaction at a time.
///
/// It is a class because the connection behind it must be closed once.
final class PostgresLink {
    let wire: PostgresWire
    private let limits: PostgresLimits
    /// The name under which the server keeps a statement, by its text.
    private var prepared: [String: String] = [:]
    private var cursors = 0
    /// Whether a transaction may still be open on it that could not be undone.
    private var isSpoiled = false
    /// Whether work is under way that may take as long as it needs, such as a change of the schema.
    var isUnhurried = false

    /// Connects, and refuses a server that could lose what it acknowledged.
    ///
    /// - Throws: `.noConnection` where nobody answers in time or lets us in, `.refused`, and
    ///   `JournalFault.other` for a server that is not durable, too old, or does not store Unicode.
    init(to address: PostgresAddress, _ limits: PostgresLimits) throws {
        wire = try PostgresWire(to: address)
        self.limits = limits
        guard wire.release >= Self.oldestServer else { throw JournalFault.other(code: "postgres-too-old") }
        try execute(limits.settings)
        try requireDurability()
    }

    /// Whether nothing more may be asked through this connection.
    var isGone: Bool { isSpoiled || wire.isGone }

    /// Runs one or more statements without values, as they stand.
    @discardableResult
    func execute(_ text: String) throws(PostgresError) -> PostgresAnswer {
        try ask { PQsendQuery($0, text) }
    }

    /// Runs a statement that the server keeps for the next time.
    func answer(to sql: SharedSQL, _ values: [SQLValue]) throws -> PostgresAnswer {
        let name = try name(of: sql.postgres)
        return try PostgresParameters(values).with { count, addresses, lengths, formats in
            try ask { PQsendQueryPrepared($0, name, count, addresses, lengths, formats, Self.binary) }
        }
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
    /// - Throws: `.commitUnanswered` where the connection was lost meanwhile or the server gave up waiting for
    ///   its standby, `.refused` where nothing was committed.
    func commit() throws {
        let answer: PostgresAnswer
        let before = wire.warnings
        do {
            answer = try wire.ask(within: isUnhurried ? nil : limits.commit) { PQsendQuery($0, "COMMIT") }
        } catch .gone {
            throw PostgresError.commitUnanswered
        }
        // A transaction in which a statement failed is undone by its own commit, and the server calls that a
        // success.
        guard answer.command == "COMMIT" else { throw JournalFault.other(code: "postgres-not-committed") }
        // Asked to give up waiting for its standby, a server only warns: it is on one disk, not on two.
        guard wire.warnings == before else { throw PostgresError.commitUnanswered }
    }

    /// Undoes a transaction; a connection on which even that fails is gone.
    func rollBack() {
        guard !isGone else { return }
        do { try execute("ROLLBACK") } catch { isSpoiled = true }
    }

    /// Gives the next rows of a cursor to the body; returns whether more may come.
    private func fetch(from cursor: String, _ body: (PostgresAnswer, Int) throws -> Bool) throws -> Bool {
        let text = "FETCH FORWARD \(Self.batch) FROM \(cursor)"
        let answer = try ask { PQsendQueryParams($0, text, 0, nil, nil, nil, nil, Self.binary) }
        for row in 0..<answer.count {
            guard try body(answer, row) else { return false }
        }
        return answer.count == Self.batch
    }

    private func name(of text: String) throws(PostgresError) -> String {
        if let name = prepared[text] { return name }
        let name = "kept_\(prepared.count)"
        _ = try ask { PQsendPrepare($0, name, text, 0, nil) }
        prepared[text] = name
        return name
    }

    /// Waits a little longer than the server gives itself.
    private func ask(_ send: (OpaquePointer) -> CInt) throws(PostgresError) -> PostgresAnswer {
        try wire.ask(within: isUnhurried ? nil : limits.statement + limits.silence, send)
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
}

private enum SQL {
    static let durability: SharedSQL = """
        SELECT current_setting('synchronous_commit'), current_setting('fsync'),
            current_setting('full_page_writes'), current_setting('server_encoding')
        """
}
