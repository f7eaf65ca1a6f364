public import CaseRegister
public import ReferralDomain

/// The browsers that are woken, in a table of their own.
///
/// That one is to be woken is written with the event: there is no list of wakes, since two are as good as one.
public struct StoredPushBook: PushBook {
    private let database: any SQLDatabase

    public init(on database: any SQLDatabase) { self.database = database }

    public func count(of account: ActorID) async throws(JournalFault) -> Int {
        try await database.read { session in
            Int(try session.rows(SQL.count, [.text(account.text)]).first?.integer(0) ?? 0)
        }
    }

    public func add(_ subscription: PushSubscription, most: Int) async throws(JournalFault) {
        try await database.write { session in
            try session.run(SQL.removeAddress, [.text(subscription.address.text)])
            try session.run(
                SQL.add,
                [
                    .text(subscription.id.text), .text(subscription.account.text),
                    .text(subscription.address.text),
                    .integer(subscription.added.millisecondsSinceEpoch),
                ])
            for row in try session.rows(SQL.newest, [.text(subscription.account.text)]).dropFirst(most) {
                try session.run(SQL.remove, [.text(try row.text(0))])
            }
        }
    }

    public func removeAll(of account: ActorID) async throws(JournalFault) {
        try await database.write { try $0.run(SQL.removeAll, [.text(account.text)]) }
    }

    public func claim(
        _ claim: SenderClaim, at now: Instant, most: Int
    ) async throws(JournalFault) -> [ClaimedWake] {
        let sql = ClaimSQL(due: SQL.due, take: SQL.take)
        return try await database.claim(claim, at: now, most: most, by: sql) { row, _ in
            ClaimedWake(
                try row.required(0) { try? PushID(reading: $0) },
                at: try row.required(1) { PushAddress(reading: $0) }, by: claim.sender,
                wake: Int(try row.integer(2)), attempt: Int(try row.integer(3)) + 1)
        }
    }

    public func settle(
        _ wake: ClaimedWake, _ result: ClaimedWake.Result
    ) async throws(JournalFault) {
        try await database.write { session in
            let held: [SQLValue] = [
                .text(wake.id.text), .text(wake.sender.text), .integer(Int64(wake.attempt)),
            ]
            guard !(try session.rows(SQL.held, held)).isEmpty else { return }
            switch result {
            case .ended: try session.run(SQL.remove, [.text(wake.id.text)])
            case .again(let instant):
                try session.run(
                    SQL.again, [.text(wake.id.text), .integer(instant.millisecondsSinceEpoch)])
            case .done:
                // What came while this one was under way is owed still.
                try session.run(SQL.done, [.text(wake.id.text), .integer(Int64(wake.wake))])
            }
            try session.run(SQL.release, [.text(wake.id.text)])
        }
    }

    /// Lets every browser of a unit be woken, within the transaction of the event that asks for it.
    static func wake(_ unit: UnitID, at instant: Instant, in session: any SQLSession) throws {
        try session.run(SQL.wake, [.text(unit.text), .integer(instant.millisecondsSinceEpoch)])
    }
}

private enum SQL {
    static let count: SharedSQL = "SELECT count(*) FROM push_subscription WHERE account = $1"
    static let removeAddress: SharedSQL = "DELETE FROM push_subscription WHERE address = $1"
    static let add: SharedSQL = """
        INSERT INTO push_subscription (push_id, account, address, added_ms, wake, attempts)
        VALUES ($1, $2, $3, $4, 0, 0)
        """
    static let newest: SharedSQL = """
        SELECT push_id FROM push_subscription WHERE account = $1 ORDER BY added_ms DESC, push_id
        """
    static let remove: SharedSQL = "DELETE FROM push_subscription WHERE push_id = $1"
    static let removeAll: SharedSQL = "DELETE FROM push_subscription WHERE account = $1"
    static let due: SharedSQL = """
        SELECT push_id, address, wake, attempts FROM push_subscription
        WHERE next_ms <= $1 AND (held_until_ms IS NULL OR held_until_ms <= $1)
        ORDER BY next_ms, push_id LIMIT $2
        """
    static let take: SharedSQL = """
        UPDATE push_subscription SET attempts = attempts + 1, held_by = $2, held_until_ms = $3
        WHERE push_id = $1
        """
    static let held: SharedSQL = """
        SELECT push_id FROM push_subscription WHERE push_id = $1 AND held_by = $2 AND attempts = $3
        """
    static let again: SharedSQL = "UPDATE push_subscription SET next_ms = $2 WHERE push_id = $1"
    static let done: SharedSQL = """
        UPDATE push_subscription SET next_ms = NULL, attempts = 0 WHERE push_id = $1 AND wake = $2
        """
    static let release: SharedSQL = """
        UPDATE push_subscription SET held_by = NULL, held_until_ms = NULL WHERE push_id = $1
        """
    static let wake: SharedSQL = """
        UPDATE push_subscription SET wake = wake + 1, next_ms = $2
        WHERE account IN (
            SELECT id FROM account
            WHERE unit = $1 AND ended_at_ms IS NULL AND (expires_at_ms IS NULL OR expires_at_ms > $2))
        """
}
