public import CaseRegister

extension StoredCaseJournal: GrowthWatch {
    public func growth(after position: Int64?) async throws(JournalFault) -> JournalGrowth {
        try await database.read { session in
            let end = try session.rows(SQL.end).first?.integer(0) ?? 0
            guard let position else { return JournalGrowth(end: end, queues: nil) }
            guard end > position else { return JournalGrowth(end: end, queues: []) }
            guard end - position <= JournalGrowth.mostEvents else {
                return JournalGrowth(end: end, queues: nil)
            }
            let queues = try session.rows(SQL.queues, [.integer(position)]).map { try $0.text(0) }
            return JournalGrowth(end: end, queues: Set(queues))
        }
    }
}

private enum SQL {
    static let end: SharedSQL = "SELECT coalesce(max(position), 0) FROM journal_event"
    static let queues: SharedSQL = """
        SELECT DISTINCT case_row.stands_in FROM journal_event
        JOIN case_row ON case_row.case_id = journal_event.case_id WHERE journal_event.position > $1
        """
}
