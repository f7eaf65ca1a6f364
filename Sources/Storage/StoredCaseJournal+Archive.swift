public import CaseRegister
public import ReferralDomain

extension StoredCaseJournal: CaseArchive {
    public func cases(
        openedFrom start: Instant, before end: Instant, from place: (after: CaseID?, most: Int)
    ) async throws(JournalFault) -> [ArchivedCase] {
        let (after, most) = (place.after?.text ?? "", Int64(place.most))
        return try await database.read { session in
            let rows = try session.rows(
                SQL.opened,
                [
                    .integer(start.millisecondsSinceEpoch), .integer(end.millisecondsSinceEpoch),
                    .text(after), .integer(most),
                ])
            return try rows.map { row in
                guard let id = try? CaseID(reading: try row.text(0)) else { throw JournalFault.damaged }
                return ArchivedCase(id, CaseState(after: try CaseHistory(of: id, in: session).events))
            }
        }
    }
}

private enum SQL {
    static let opened: SharedSQL = """
        SELECT case_id FROM case_row WHERE opened_ms >= $1 AND opened_ms < $2 AND case_id > $3
        ORDER BY case_id LIMIT $4
        """
}
