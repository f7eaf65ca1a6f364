public import CaseRegister
public import ReferralDomain

/// The outbox beside the journal, in the same database.
///
/// What is due is looked for and taken in one transaction of the one writer, so that of many programs on one database
/// one gets it.
public struct StoredMessageOutbox: MessageOutbox {
    private let database: any SQLDatabase

    public init(on database: any SQLDatabase) { self.database = database }

    public func claim(
        _ claim: SenderClaim, at now: Instant, most: Int
    ) async throws(JournalFault) -> [ClaimedMessage] {
        let sql = ClaimSQL(due: SQL.due, take: SQL.take)
        return try await database.claim(claim, at: now, most: most, by: sql) { row, session in
            try MessageClaim(of: row, by: claim.sender, in: session).claimed()
        }
    }

    public func settle(
        _ claimed: ClaimedMessage, _ result: MessageResult, at now: Instant
    ) async throws(JournalFault) -> Bool {
        try await database.write { session in
            let id = SQLValue.text(claimed.message.id.text)
            let held: [SQLValue] = [id, .integer(Int64(claimed.attempt)), .text(claimed.sender.text)]
            let stands = try session.rows(SQL.held, held)
            guard !stands.isEmpty else { return false }
            if let channel = result.channel {
                try session.run(
                    SQL.addAttempt,
                    [
                        id, .integer(Int64(claimed.attempt)), .text(channel.id.text),
                        .integer(now.millisecondsSinceEpoch), .text(result.outcome),
                        .integer(result.isFinal ? 1 : 0),
                    ])
            }
            try session.run(SQL.settle, [id] + Self.values(of: result, claimed, at: now))
            return true
        }
    }

    public func untold(most: Int) async throws(JournalFault) -> [DeliveryNews] {
        try await database.read { session in
            try session.rows(SQL.untold, [.integer(Int64(most))]).map { row in
                DeliveryNews(
                    of: try row.required(0) { try? MessageID(reading: $0) }, in: try row.caseID(1),
                    try row.required(2) { try? ReferralID(reading: $0) },
                    by: try row.optional(3, ChannelKind.init)?.channel ?? .inSystem,
                    isDelivered: try row.text(4) == Owed.delivered)
            }
        }
    }

    public func told(_ news: DeliveryNews) async throws(JournalFault) {
        let owed = news.isDelivered ? Owed.delivered : Owed.undelivered
        try await database.write { try $0.run(SQL.told, [.text(news.message.text), .text(owed)]) }
    }

    public func messages(
        _ state: MessageState, most: Int
    ) async throws(JournalFault) -> [OutboxMessage] {
        try await database.read { session in
            try session.rows(SQL.newest, [.text(state.rawValue), .integer(Int64(most))]).map(
                OutboxMessage.init)
        }
    }

    public func count() async throws(JournalFault) -> [MessageState: Int] {
        try await database.read { session in
            var counts: [MessageState: Int] = [:]
            for row in try session.rows(SQL.count) {
                counts[try row.required(0, MessageState.init)] = Int(try row.integer(1))
            }
            return counts
        }
    }

    public func retry(_ id: MessageID, at now: Instant) async throws(JournalFault) -> Bool {
        try await database.write { session in
            guard !(try session.rows(SQL.deadLetter, [.text(id.text)])).isEmpty else { return false }
            let milliseconds = now.millisecondsSinceEpoch
            try session.run(
                SQL.retry,
                [.text(id.text), .integer(milliseconds), .integer(milliseconds + MessageWriter.lifetime)])
            return true
        }
    }

    public func forget(endedBefore instant: Instant) async throws(JournalFault) {
        try await database.write {
            try $0.run(SQL.forget, [.integer(instant.millisecondsSinceEpoch)])
        }
    }

    public func unreached(among cases: [CaseID]) async throws(JournalFault) -> Set<CaseID> {
        try await database.read { session in
            Set(try cases.filter { !(try session.rows(SQL.unreached, [.text($0.text)])).isEmpty })
        }
    }

    /// State, channel, outcome, next try, end, what the case must be told, whether it was warned.
    private static func values(
        of result: MessageResult, _ claimed: ClaimedMessage, at now: Instant
    ) -> [SQLValue] {
        let milliseconds = now.millisecondsSinceEpoch
        var state = MessageState.waiting
        var next = milliseconds
        switch result.next {
        case .again(let instant): next = instant.millisecondsSinceEpoch
        case .delivered: state = .delivered
        case .failed: state = .failed
        case .needless: state = .needless
        }
        let isTold = claimed.message.subject?.referral != nil
        let kind = result.channel?.address.kind ?? claimed.message.standing.channel
        let owes: String? =
            if !isTold { nil } else if state == .delivered { Owed.delivered } else if result.warns {
                Owed.undelivered
            } else { nil }
        return [
            .text(state.rawValue), SQLValue(kind?.rawValue), .text(result.outcome), .integer(next),
            state == .waiting ? .null : .integer(milliseconds), SQLValue(owes),
            .integer(result.warns ? 1 : 0),
        ]
    }

    private enum Owed {
        static let delivered = "delivered"
        static let undelivered = "undelivered"
    }
}

private enum SQL {
    static let due =
        OutboxMessage.columns + """
            WHERE state = 'waiting' AND next_ms <= $1 AND (held_until_ms IS NULL OR held_until_ms <= $1)
            ORDER BY next_ms, message_id LIMIT $2
            """
    static let take: SharedSQL = """
        UPDATE message SET attempts = attempts + 1, held_by = $2, held_until_ms = $3 WHERE message_id = $1
        """
    static let held: SharedSQL = """
        SELECT message_id FROM message WHERE message_id = $1 AND attempts = $2 AND held_by = $3
        """
    static let addAttempt: SharedSQL = """
        INSERT INTO message_attempt (message_id, attempt, channel_id, at_ms, outcome, is_final)
        VALUES ($1, $2, $3, $4, $5, $6)
        """
    static let settle: SharedSQL = """
        UPDATE message SET state = $2, channel = $3, outcome = $4, next_ms = $5, ended_ms = $6,
            owes = coalesce($7, owes), has_warned = CASE WHEN CAST($8 AS BIGINT) = 1 THEN 1 ELSE has_warned END,
            held_by = NULL, held_until_ms = NULL
        WHERE message_id = $1
        """
    static let untold: SharedSQL = """
        SELECT message_id, case_id, referral, channel, owes FROM message
        WHERE owes IS NOT NULL ORDER BY message_id LIMIT $1
        """
    static let told: SharedSQL = "UPDATE message SET owes = NULL WHERE message_id = $1 AND owes = $2"
    static let newest =
        OutboxMessage.columns + "WHERE state = $1 ORDER BY created_ms DESC, message_id DESC LIMIT $2"
    static let count: SharedSQL = "SELECT state, count(*) FROM message GROUP BY state"
    static let deadLetter: SharedSQL = """
        SELECT message_id FROM message WHERE message_id = $1 AND state = 'failed' AND kind <> 'code'
        """
    static let retry: SharedSQL = """
        UPDATE message SET state = 'waiting', taken_up_at = attempts, ended_ms = NULL, has_warned = 0,
            next_ms = $2, deadline_ms = $3
        WHERE message_id = $1
        """
    static let forget: SharedSQL = "DELETE FROM message WHERE ended_ms < $1 AND owes IS NULL"
    static let unreached: SharedSQL = """
        SELECT message_id FROM message
        WHERE case_id = $1 AND (state = 'failed' OR (state = 'waiting' AND has_warned = 1))
            AND (obligation IS NULL OR EXISTS (
                SELECT 1 FROM obligation_row WHERE obligation_row.case_id = message.case_id
                    AND obligation_row.obligation = message.obligation))
        LIMIT 1
        """
}
