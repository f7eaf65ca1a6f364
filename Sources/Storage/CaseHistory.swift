import CaseRegister

/// The events of one case as they are stored, and the end of its chain.
struct CaseHistory {
    let events: [RecordedEvent]
    /// The hash of the last event in the chain of the case.
    let end: [UInt8]

    /// - Throws: `.damaged` where an event cannot be what a release once wrote.
    init(of id: CaseID, in session: any SQLSession) throws {
        var events: [RecordedEvent] = []
        var end = JournalChain.beginning
        try session.forEachRow(of: SQL.entriesOfCase, [.text(id.text)]) { row in
            let linked = try LinkedEntry(row)
            events.append(try linked.entry.recorded())
            end = linked.caseHash
        }
        self.events = events
        self.end = Array(end.utf8)
    }
}

private enum SQL {
    static let entriesOfCase = LinkedEntry.columns + "WHERE case_id = $1 ORDER BY version"
}
