public import CaseRegister

extension SQLiteReportJournal {
    /// Drops what was read from the journal and reads it anew, all or nothing; returns how many events it read.
    ///
    /// - Throws: `.damaged` where an event cannot be read; the old list then stays.
    @discardableResult
    public func rebuildProjections() async throws(JournalFault) -> Int {
        try await database.write { session in
            try StreetReportProjection.clear(in: session)
            var count = 0
            try session.forEachRow(of: SQL.allEntries) { row in
                try StreetReportProjection.take(try LinkedEntry(row).entry.recorded(), in: session)
                count += 1
            }
            return count
        }
    }

    /// Checks every entry against the one before; returns the first position that is altered or missing.
    ///
    /// - Throws: `.damaged` where the file itself cannot be read.
    public func verifyChain() async throws(JournalFault) -> Int64? {
        try await database.read { session in
            var previous = JournalChain.beginning
            var expected: Int64 = 1
            var broken: Int64?
            try session.forEachRow(of: SQL.allEntries) { row in
                guard broken == nil else { return }
                let linked = try LinkedEntry(row)
                guard linked.entry.position == expected, linked.isLinked(after: previous, in: chain) else {
                    broken = expected
                    return
                }
                previous = linked.hash
                expected += 1
            }
            return broken
        }
    }
}

private enum SQL {
    static let allEntries: SharedSQL = """
        SELECT position, case_id, version, name, event_version, payload, actor, recorded_at_ms, previous_hash, hash
        FROM journal_event ORDER BY position
        """
}
