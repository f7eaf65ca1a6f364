import CaseRegister

/// A session on a server.
struct PostgresSession: SQLSession {
    let link: PostgresLink

    func run(_ sql: SharedSQL, _ values: [SQLValue]) throws {
        _ = try link.answer(to: sql, values)
    }

    func forEachRow(of sql: SharedSQL, _ values: [SQLValue], do body: (SQLRow) throws -> Void) throws {
        let answer = try link.answer(to: sql, values)
        for row in 0..<answer.count { try body(try answer.row(row)) }
    }

    func walk(_ sql: SharedSQL, do body: (SQLRow) throws -> Void) throws {
        try link.walk(sql) { answer, row in
            try body(try answer.row(row))
            return true
        }
    }

    func forEachEntry(_ body: (RawEntry) throws -> Bool) throws {
        var entry = RawEntry()
        try link.walk(LinkedEntry.columns + "ORDER BY position") { answer, row in
            entry.position = try answer.integer(row, 0)
            answer.fill(&entry.caseID, row, 1)
            entry.version = try answer.integer(row, 2)
            answer.fill(&entry.name, row, 3)
            entry.eventVersion = try answer.integer(row, 4)
            answer.fill(&entry.payload, row, 5)
            answer.fill(&entry.actor, row, 6)
            entry.recordedAtMilliseconds = try answer.integer(row, 7)
            answer.fill(&entry.previousHash, row, 8)
            answer.fill(&entry.hash, row, 9)
            answer.fill(&entry.caseHash, row, 10)
            return try body(entry)
        }
    }
}
