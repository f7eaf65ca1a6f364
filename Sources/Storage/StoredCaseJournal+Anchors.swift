public import CaseRegister

extension StoredCaseJournal {
    /// The first position at which another hash stands than in one of these ends; nil where none does.
    ///
    /// An end beyond the last entry says nothing here.
    public func firstContradiction(of anchors: [JournalAnchor]) async throws(JournalFault) -> Int64? {
        try await database.read { try Contradiction.first(of: anchors, in: $0) }
    }
}

extension JournalSource {
    /// Whether another hash stands anywhere than one of these ends says; one beyond the last entry says nothing.
    public func contradicts(_ anchors: [JournalAnchor]) throws(JournalFault) -> Bool {
        try look { try Contradiction.first(of: anchors, in: $0) } != nil
    }
}

private enum Contradiction {
    static func first(of anchors: [JournalAnchor], in session: any SQLSession) throws -> Int64? {
        for anchor in anchors.filter({ $0.position > 0 }).sorted(by: { $0.position < $1.position }) {
            guard let row = try session.rows(SQL.hash, [.integer(anchor.position)]).first else { continue }
            if try row.text(0) != anchor.hash { return anchor.position }
        }
        return nil
    }
}

private enum SQL {
    static let hash: SharedSQL = "SELECT hash FROM journal_event WHERE position = $1"
}
