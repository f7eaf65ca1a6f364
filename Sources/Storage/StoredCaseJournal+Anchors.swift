public import CaseRegister

extension StoredCaseJournal {
    /// The first position at which another hash stands than in one of these ends; nil where none does.
    ///
    /// An end beyond the last entry says nothing here.
    public func firstContradiction(of anchors: [JournalAnchor]) async throws(JournalFault) -> Int64? {
        let ordered = anchors.filter { $0.position > 0 }.sorted { $0.position < $1.position }
        return try await database.read { session in
            for anchor in ordered {
                guard let row = try session.rows(SQL.hash, [.integer(anchor.position)]).first else {
                    continue
                }
                if try row.text(0) != anchor.hash { return anchor.position }
            }
            return nil
        }
    }
}

private enum SQL {
    static let hash: SharedSQL = "SELECT hash FROM journal_event WHERE position = $1"
}
