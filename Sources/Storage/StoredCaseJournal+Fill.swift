public import CaseRegister

extension StoredCaseJournal {
    /// Says for ever that every case of this file is invented.
    public func markAsPractice() async throws(JournalFault) {
        try await database.write { try $0.run(SQL.mark) }
    }

    /// Whether every case of this file is invented.
    public func isPractice() async throws(JournalFault) -> Bool {
        try await database.read { try !$0.rows(SQL.isMarked).isEmpty }
    }

    /// Writes whole histories at the end of the journal in one transaction, and leaves the lists as they are.
    ///
    /// For a town of practice and for measuring; `rebuildProjections` must follow the last batch. Positions are
    /// given in the order of the stamps, so that cases lie mixed as they do in a real year.
    ///
    /// - Throws: `.other` where one of the cases is there already.
    public func copyIn(_ histories: [[RecordedEvent]]) async throws(JournalFault) {
        let inOrder = histories.joined().sorted {
            ($0.stamp.instant, $0.version) < ($1.stamp.instant, $1.version)
        }
        try await database.write { session in
            var writer = try JournalWriter(in: session, digest: digest)
            var ends: [CaseID: [UInt8]] = [:]
            for recorded in inOrder {
                var end = ends[recorded.caseID] ?? Array(JournalChain.beginning.utf8)
                _ = try writer.write(
                    NewEvent(recorded.event, declaredAt: recorded.declaredAt), to: recorded.caseID,
                    as: recorded.version, stamp: recorded.stamp, inCaseAfter: &end)
                ends[recorded.caseID] = end
            }
        }
    }
}

private enum SQL {
    static let mark: SharedSQL = """
        INSERT INTO register_meta (name, value) VALUES ('practice', '1') ON CONFLICT (name) DO NOTHING
        """
    static let isMarked: SharedSQL = "SELECT value FROM register_meta WHERE name = 'practice'"
}
