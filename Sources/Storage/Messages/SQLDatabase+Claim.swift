import CaseRegister
import ReferralDomain

extension SQLDatabase {
    /// Gives a sender what is due, and nobody else before the claim ends.
    ///
    /// - Parameters:
    ///   - due: rows whose first column is the id; its values are the moment and how many at most.
    ///   - take: marks one as held; its values are the id, the sender and the end of the claim.
    ///   - body: what is made of a row, in the same transaction.
    func claim<Claimed: Sendable>(
        _ claim: SenderClaim, at now: Instant, most: Int, due: SharedSQL, take: SharedSQL,
        _ body: @escaping @Sendable (SQLRow, any SQLSession) throws -> Claimed
    ) async throws(JournalFault) -> [Claimed] {
        let asked: [SQLValue] = [.integer(now.millisecondsSinceEpoch), .integer(Int64(most))]
        // A look that finds nothing does not keep a writer waiting.
        if try await read({ try $0.rows(due, asked).isEmpty }) { return [] }
        return try await write { session in
            try session.rows(due, asked).map { row in
                try session.run(
                    take,
                    [
                        .text(try row.text(0)), .text(claim.sender.text),
                        .integer(claim.until.millisecondsSinceEpoch),
                    ])
                return try body(row, session)
            }
        }
    }
}
