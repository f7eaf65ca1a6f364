public import CaseRegister

extension StoredCaseJournal {
    /// Drops what was read from the journal and reads it anew, all or nothing; returns how many events it read.
    ///
    /// - Throws: `.damaged` where an event cannot be read; the old lists then stay.
    @discardableResult
    public func rebuildProjections() async throws(JournalFault) -> Int {
        try await database.write { try rebuildAll(in: $0) }
    }

    /// Computes anew what cases owe that are open or owe anything, all or nothing; to be called when another catalogue comes into force.
    public func refreshObligations() async throws(JournalFault) {
        try await database.write { try refreshOpenCases(in: $0) }
    }

    /// Checks every entry against the one before; returns what is wrong at the first bad position.
    ///
    /// - Throws: `.damaged` where the file itself cannot be read.
    public func verifyChain(
        anchors: [JournalAnchor] = []
    ) async throws(JournalFault) -> JournalCheck.Finding? {
        try await database.read { session in
            var check = JournalCheck(digest: digest, anchors: anchors)
            return try session.check(&check)
        }
    }

    /// Brings a file of an earlier release, or of another catalogue, up to date before anything is read.
    ///
    /// A file that is up to date is opened without waiting for a writer.
    func bringUpToDate() throws(JournalFault) {
        let (isChained, origin) = try database.readAtStart { session in
            (
                try session.rows(SQL.firstCaseHash).first?.text(0) != "",
                try session.rows(SQL.origin).first?.text(0)
            )
        }
        guard !isChained || origin != currentOrigin else { return }
        try database.writeAtStart { session in
            if !isChained { try fillCaseHashes(in: session) }
            if origin?.hasPrefix(Self.form) == true {
                try refreshOpenCases(in: session)
            } else {
                try rebuildAll(in: session)
            }
        }
    }

    @discardableResult
    func rebuildAll(in session: any SQLSession) throws -> Int {
        let rules = rules()
        try CaseProjection.clear(in: session)
        var count = 0
        var state = CaseState()
        var current: CaseID?
        func finish() throws {
            guard let current else { return }
            try CaseProjection.replace(state.rows(of: current, under: rules), in: session)
        }
        try session.walk(SQL.entriesByCase) { row in
            let recorded = try LinkedEntry(row).entry.recorded()
            if recorded.caseID != current {
                try finish()
                (current, state) = (recorded.caseID, CaseState())
            }
            state.apply(recorded.event, at: recorded.moment)
            count += 1
        }
        try finish()
        try session.run(SQL.setOrigin, [.text(currentOrigin)])
        return count
    }

    private func refreshOpenCases(in session: any SQLSession) throws {
        let rules = rules()
        for row in try session.rows(SQL.openCases) {
            guard let id = try? CaseID(reading: try row.text(0)) else { throw JournalFault.damaged }
            let state = CaseState(after: try CaseHistory(of: id, in: session).events)
            try CaseProjection.replace(state.rows(of: id, under: rules), in: session)
        }
        try session.run(SQL.setOrigin, [.text(currentOrigin)])
    }

    /// Gives the rows of the first release their place in the chain of their case.
    private func fillCaseHashes(in session: any SQLSession) throws {
        var hasher = JournalHasher(digest: digest)
        var ends: [String: [UInt8]] = [:]
        try session.walk(SQL.entriesByPosition) { row in
            let entry = try LinkedEntry(row).entry
            let end = hasher.caseHash(
                of: RawEntry(entry), after: ends[entry.caseID] ?? Array(JournalChain.beginning.utf8))
            ends[entry.caseID] = end
            try session.run(
                SQL.setCaseHash, [.integer(entry.position), .text(String(decoding: end, as: UTF8.self))])
        }
    }

    /// What the lists were computed from: the form of their rows, the catalogue, and what was changed of the ladder.
    private var currentOrigin: String {
        let rules = rules()
        return Self.form + rules.catalogHash + rules.ladder.edition
    }
    private static let form = "2 "
}

private enum SQL {
    static let firstCaseHash: SharedSQL = "SELECT case_hash FROM journal_event WHERE position = 1"
    static let origin: SharedSQL = "SELECT value FROM register_meta WHERE name = 'lists-origin'"
    static let setOrigin: SharedSQL = """
        INSERT INTO register_meta (name, value) VALUES ('lists-origin', $1)
        ON CONFLICT (name) DO UPDATE SET value = $1
        """
    /// A case that is closed may still owe something, such as a review.
    static let openCases: SharedSQL = """
        SELECT case_id FROM case_row WHERE is_open = 1 UNION SELECT case_id FROM obligation_row ORDER BY 1
        """
    static let entriesByCase = LinkedEntry.columns + "ORDER BY case_id, version"
    static let entriesByPosition = LinkedEntry.columns + "ORDER BY position"
    static let setCaseHash: SharedSQL = "UPDATE journal_event SET case_hash = $2 WHERE position = $1"
}
