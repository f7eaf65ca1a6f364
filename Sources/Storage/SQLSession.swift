public import CaseRegister

/// One connection for the length of one transaction; it never leaves the closure that it was given to.
public protocol SQLSession {
    /// Runs a statement that gives no rows.
    func run(_ sql: SharedSQL, _ values: [SQLValue]) throws

    /// Reads the rows of a statement one by one: an answer that fits into memory.
    func forEachRow(of sql: SharedSQL, _ values: [SQLValue], do body: (SQLRow) throws -> Void) throws

    /// Reads the rows of a statement over a whole table one by one, of which memory holds a few at a time.
    ///
    /// The body may run other statements.
    func walk(_ sql: SharedSQL, do body: (SQLRow) throws -> Void) throws

    /// Reads every entry of the journal in order, without making texts of them; the body says whether to go
    /// on.
    func forEachEntry(_ body: (RawEntry) throws -> Bool) throws
}

extension SQLSession {
    /// Runs a statement without values.
    func run(_ sql: SharedSQL) throws { try run(sql, []) }

    /// All rows of a statement.
    func rows(_ sql: SharedSQL, _ values: [SQLValue] = []) throws -> [SQLRow] {
        var rows: [SQLRow] = []
        try forEachRow(of: sql, values) { rows.append($0) }
        return rows
    }

    /// Gives every entry of the journal to a check, in order; returns what it finds.
    func check(_ check: inout JournalCheck) throws -> JournalCheck.Finding? {
        var finding: JournalCheck.Finding?
        try forEachEntry { entry in
            finding = check.take(entry)
            return finding == nil
        }
        return finding ?? check.finish()
    }
}
