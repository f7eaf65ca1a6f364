import CaseRegister
import ReferralDomain

/// How a table says what is due, and how one of its rows is held.
struct ClaimSQL: Sendable {
    /// Rows whose first column is the id; its values are the moment and how many at most.
    let due: SharedSQL
    /// Its values are the id, the sender and the end of the claim.
    let take: SharedSQL
}

extension SQLDatabase {
    /// Gives a sender what is due, and nobody else before the claim ends.
    ///
    /// - Parameter body: what is made of a row, in the same transaction.
    func claim<Claimed: Sendable>(
        _ claim: SenderClaim, at now: Instant, most: Int, by sql: ClaimSQL,
        _ body: @escaping @Sendable (SQLRow, any SQLSession) throws -> Claimed
    ) async throws(JournalFault) -> [Claimed] {
        let asked: [SQLValue] = [.integer(now.millisecondsSinceEpoch), .integer(Int64(most))]
        // A look that finds nothing does not keep a writer waiting.
        if try await read({ try $0.rows(sql.due, asked).isEmpty }) { return [] }
        return try await write { session in
            try session.rows(sql.due, asked).map { row in
                try session.run(
                    sql.take,
                    [
                        .text(try row.text(0)), .text(claim.sender.text),
                        .integer(claim.until.millisecondsSinceEpoch),
                    ])
                return try body(row, session)
            }
        }
    }
}
