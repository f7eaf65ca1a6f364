public import CaseRegister
public import ReferralDomain

extension StoredCaseJournal: CaseLists {
    public func queue(
        of municipality: String, from start: Int, most: Int
    ) async throws(JournalFault) -> [QueueRow] {
        try await database.read { session in
            try session.rows(SQL.queue, [.text(municipality), .integer(Int64(most)), .integer(Int64(start))])
                .map(QueueRow.init)
        }
    }

    public func queueCount(of municipality: String, at now: Instant) async throws(JournalFault) -> QueueCount
    {
        try await database.read { session in
            let values: [SQLValue] = [.text(municipality), .integer(now.millisecondsSinceEpoch)]
            guard let row = try session.rows(SQL.queueCount, values).first else { throw JournalFault.damaged }
            return QueueCount(open: Int(try row.integer(0)), late: Int(try row.integer(1)))
        }
    }

    public func inbox(of unit: UnitID, most: Int) async throws(JournalFault) -> [InboxRow] {
        let since = clock().adding(milliseconds: -Self.shownAfterTheEnd)
        return try await database.read { session in
            let open = try session.rows(SQL.openReferrals, [.text(unit.text), .integer(Int64(most))])
            let room = Int64(most - open.count)
            let ended = try session.rows(
                SQL.endedReferrals,
                [.text(unit.text), .integer(since.millisecondsSinceEpoch), .integer(room)])
            return try (open + ended).map(InboxRow.init)
        }
    }

    public func obligations(of unit: UnitID, most: Int) async throws(JournalFault) -> [ObligationRow] {
        try await database.read { session in
            try session.rows(SQL.obligationsOfUnit, [.text(unit.text), .integer(Int64(most))])
                .map(ObligationRow.init)
        }
    }

    public func board(_ question: BoardQuestion) async throws(JournalFault) -> [ObligationRow] {
        let end = question.onlyLate ? question.instant.millisecondsSinceEpoch : CaseProjection.never
        // One more than the pages before and this one is never read.
        let most = question.from + question.most
        return try await database.read { session in
            var found: [ObligationRow] = []
            for harm in question.harm.map({ Int64($0)...Int64($0) }) ?? Self.harms where found.count < most {
                var values: [SQLValue] = [
                    .integer(harm), .integer(end), .integer(Int64(most - found.count)),
                ]
                if let institution = question.institution { values.append(.text(institution)) }
                found += try session.rows(SQL.board(question), values).map(ObligationRow.init)
            }
            return Array(found.dropFirst(question.from))
        }
    }

    public func boardByInstitution(at now: Instant) async throws(JournalFault) -> [InstitutionRow] {
        let soon = now.adding(milliseconds: Self.day)
        return try await database.read { session in
            try session.rows(
                SQL.byInstitution,
                [.integer(now.millisecondsSinceEpoch), .integer(soon.millisecondsSinceEpoch)]
            ).map { row in
                var line = InstitutionRow(
                    institution: try row.text(0), open: Int(try row.integer(1)),
                    late: Int(try row.integer(2)),
                    soon: Int(try row.integer(3)))
                line.lateOfChildren = Int(try row.integer(4))
                line.acknowledgement = try Self.acknowledgement(of: line.institution, at: now, in: session)
                return line
            }
        }
    }

    private static func acknowledgement(
        of institution: String, at now: Instant, in session: any SQLSession
    ) throws -> Int64? {
        let values: [SQLValue] = [
            .text(institution), .integer(AcknowledgementTime.oldest(at: now).millisecondsSinceEpoch),
            .integer(now.millisecondsSinceEpoch), .integer(Int64(AcknowledgementTime.most)),
        ]
        return AcknowledgementTime.middle(
            of: try session.rows(SQL.acknowledgements, values).map { try $0.integer(0) })
    }

    public func rungsDue(at now: Instant, most: Int) async throws(JournalFault) -> [ObligationRow] {
        try await database.read { session in
            try session.rows(SQL.rungsDue, [.integer(now.millisecondsSinceEpoch), .integer(Int64(most))])
                .map(ObligationRow.init)
        }
    }

    public func places(of municipality: String, at now: Instant) async throws(JournalFault) -> [PlaceRow] {
        try await database.read { session in
            let values: [SQLValue] = [
                .text(municipality), .integer(PlaceWeight.oldest(at: now).millisecondsSinceEpoch),
                .integer(now.millisecondsSinceEpoch),
            ]
            let seen = try session.rows(SQL.places, values).map { row in
                CaseRows.Place(
                    district: try row.text(0), at: Instant(millisecondsSinceEpoch: try row.integer(1)))
            }
            return PlaceWeight.rows(of: seen, at: now)
        }
    }

    /// The street has no account, and so no reports of its own.
    public func reports(by actor: ActorID, most: Int) async throws(JournalFault) -> [QueueRow] {
        try await database.read { session in
            try session.rows(SQL.reports, [.text(actor.text), .integer(Int64(most))]).map(QueueRow.init)
        }
    }

    /// How long a referral that ended stays in the inbox, in milliseconds: thirty days.
    private static let shownAfterTheEnd: Int64 = 30 * day
    private static let day: Int64 = 86_400_000
    /// From the worst on.
    private static let harms: ClosedRange<Int64> = 0...4
}

private enum SQL {
    static let queue =
        QueueRow.columns + """
            WHERE stands_in = $1 AND is_open = 1 ORDER BY queue_rank, next_end_ms, opened_ms, case_id
            LIMIT $2 OFFSET $3
            """
    static let queueCount: SharedSQL = """
        SELECT count(*), coalesce(sum(CASE WHEN next_end_ms <= $2 THEN 1 ELSE 0 END), 0)
        FROM case_row WHERE stands_in = $1 AND is_open = 1
        """
    static let openReferrals =
        InboxRow.columns + """
            WHERE referral_row.unit = $1 AND referral_row.ended_ms IS NULL
            ORDER BY referral_row.end_ms, referral_row.sent_ms, referral_row.case_id, referral_row.referral LIMIT $2
            """
    static let endedReferrals =
        InboxRow.columns + """
            WHERE referral_row.unit = $1 AND referral_row.ended_ms >= $2
            ORDER BY referral_row.ended_ms DESC, referral_row.case_id DESC, referral_row.referral DESC LIMIT $3
            """
    static let obligationsOfUnit =
        ObligationRow.columns + """
            WHERE obligation_row.unit = $1
            ORDER BY obligation_row.end_ms, obligation_row.case_id, obligation_row.obligation LIMIT $2
            """
    /// One harm of the board; the narrower question is answered by the narrower index.
    static func board(_ question: BoardQuestion) -> SharedSQL {
        var sql = ObligationRow.columns + "WHERE obligation_row.harm = $1 AND obligation_row.end_ms <= $2"
        if question.onlyGlass { sql = sql + "AND obligation_row.kind = 'glass'" }
        if question.onlyChildren { sql = sql + "AND obligation_row.has_child = 1" }
        if question.institution != nil { sql = sql + "AND obligation_row.institution = $4" }
        return sql
            + """
            ORDER BY obligation_row.end_ms, obligation_row.case_id, obligation_row.obligation LIMIT $3
            """
    }
    static let rungsDue =
        ObligationRow.columns + """
            WHERE obligation_row.next_rung_ms <= $1
            ORDER BY obligation_row.next_rung_ms, obligation_row.case_id, obligation_row.obligation LIMIT $2
            """
    static let byInstitution: SharedSQL = """
        SELECT institution, count(*), sum(CASE WHEN end_ms <= $1 THEN 1 ELSE 0 END),
            sum(CASE WHEN end_ms > $1 AND end_ms <= $2 THEN 1 ELSE 0 END),
            CAST(sum(CASE WHEN end_ms <= $1 THEN has_child ELSE 0 END) AS BIGINT)
        FROM obligation_row GROUP BY institution ORDER BY institution
        """
    static let acknowledgements: SharedSQL = """
        SELECT waited_ms FROM referral_row
        WHERE institution = $1 AND acknowledged_ms > $2 AND acknowledged_ms <= $3
        ORDER BY acknowledged_ms DESC, case_id DESC, referral DESC LIMIT $4
        """
    static let places: SharedSQL = """
        SELECT district, place_seen_ms FROM case_row
        WHERE stands_in = $1 AND place_seen_ms > $2 AND place_seen_ms <= $3 ORDER BY place_seen_ms, district
        """
    static let reports =
        QueueRow.columns + "WHERE reporter = $1 ORDER BY opened_ms DESC, case_id DESC LIMIT $2"
}
