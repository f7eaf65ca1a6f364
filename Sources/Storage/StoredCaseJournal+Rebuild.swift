public import CaseRegister

extension StoredCaseJournal {
    /// What came of making the lists anew beside those that had grown.
    public struct Rebuilt: Hashable, Sendable {
        /// How many events were read.
        public let events: Int
        /// How many rows of each list are other ones than before; only lists in which some are.
        public let differing: [String: Int]
    }

    /// Makes the lists anew from the journal and compares them with those that had grown, all in one transaction.
    ///
    /// - Parameter isKept: whether the new ones stay; otherwise the file is left as it was found.
    /// - Throws: `.damaged` where an event cannot be read; the old lists then stay.
    public func compareRebuilt(keeping isKept: Bool) async throws(JournalFault) -> Rebuilt {
        try await database.write { session in
            if !isKept { try session.run("SAVEPOINT compared") }
            for list in Lists.all { try session.run(list.keep) }
            let events = try rebuildAll(in: session)
            var differing: [String: Int] = [:]
            for list in Lists.all {
                let gone = try session.rows(list.gone).first?.integer(0) ?? 0
                let new = try session.rows(list.new).first?.integer(0) ?? 0
                let most = Int(max(gone, new))
                if most > 0 { differing[list.name] = most }
                try session.run(list.forget)
            }
            if !isKept {
                try session.run("ROLLBACK TO compared")
                try session.run("RELEASE compared")
            }
            return Rebuilt(events: events, differing: differing)
        }
    }
}

/// The lists, and how each is set aside and compared.
private struct Lists {
    let name: String
    let keep: SharedSQL
    let gone: SharedSQL
    let new: SharedSQL
    let forget: SharedSQL

    static let all = [
        Lists(
            name: "case_row",
            keep: "CREATE TEMP TABLE grown_case AS SELECT * FROM case_row",
            gone: "SELECT count(*) FROM (SELECT * FROM grown_case EXCEPT SELECT * FROM case_row) AS other",
            new: "SELECT count(*) FROM (SELECT * FROM case_row EXCEPT SELECT * FROM grown_case) AS other",
            forget: "DROP TABLE grown_case"),
        Lists(
            name: "obligation_row",
            keep: "CREATE TEMP TABLE grown_obligation AS SELECT * FROM obligation_row",
            gone:
                "SELECT count(*) FROM (SELECT * FROM grown_obligation EXCEPT SELECT * FROM obligation_row) AS other",
            new:
                "SELECT count(*) FROM (SELECT * FROM obligation_row EXCEPT SELECT * FROM grown_obligation) AS other",
            forget: "DROP TABLE grown_obligation"),
        Lists(
            name: "referral_row",
            keep: "CREATE TEMP TABLE grown_referral AS SELECT * FROM referral_row",
            gone:
                "SELECT count(*) FROM (SELECT * FROM grown_referral EXCEPT SELECT * FROM referral_row) AS other",
            new:
                "SELECT count(*) FROM (SELECT * FROM referral_row EXCEPT SELECT * FROM grown_referral) AS other",
            forget: "DROP TABLE grown_referral"),
    ]
}
