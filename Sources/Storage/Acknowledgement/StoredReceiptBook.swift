public import Access
public import CaseRegister

/// The short codes of receipts, and the hashes of the journal that receipts carry.
public struct StoredReceiptBook: ReceiptBook, JournalHashes {
    let database: any SQLDatabase

    public init(on database: any SQLDatabase) { self.database = database }

    public func note(_ code: String, of entry: ReceiptEntry) async throws(JournalFault) {
        // Mostly it stands already: a page that is only looked at must not wait for the writer.
        guard try await !entries(of: code).contains(entry) else { return }
        try await database.write { session in
            try session.run(
                SQL.note, [.text(code), .text(entry.caseID.text), .integer(Int64(entry.version))])
        }
    }

    public func entries(of code: String) async throws(JournalFault) -> [ReceiptEntry] {
        guard !code.utf8.contains(0) else { return [] }
        return try await database.read { session in
            try session.rows(SQL.entries, [.text(code)]).map { row in
                guard let caseID = try? CaseID(reading: row.text(0)) else { throw JournalFault.damaged }
                return ReceiptEntry(caseID, version: Int(try row.integer(1)))
            }
        }
    }

    public func hash(at position: Int64) async throws(JournalFault) -> String? {
        try await database.read { session in
            try session.rows(SQL.hash, [.integer(position)]).first?.text(0)
        }
    }
}

private enum SQL {
    static let note: SharedSQL = """
        INSERT INTO receipt_code (code, case_id, version) VALUES ($1, $2, $3)
        ON CONFLICT (code, case_id, version) DO NOTHING
        """
    static let entries: SharedSQL = """
        SELECT case_id, version FROM receipt_code WHERE code = $1 ORDER BY case_id, version
        """
    static let hash: SharedSQL = "SELECT hash FROM journal_event WHERE position = $1"
}
