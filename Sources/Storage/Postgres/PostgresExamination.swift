import CaseRegister

/// A look at everything that a server stores for us, within one transaction that only reads.
struct PostgresExamination {
    private let link: PostgresLink

    init(_ link: PostgresLink) { self.link = link }

    /// Whether every row of every table can be read, and every index says what its table says.
    func isWhole() throws -> Bool {
        try link.execute("SET LOCAL statement_timeout = 0; SET LOCAL enable_indexonlyscan = off")
        do {
            for table in try names(SQL.tables) { _ = try link.execute("SELECT count(*) FROM \"\(table)\"") }
            guard try !names(SQL.checker).isEmpty else { return true }
            for index in try names(SQL.indexes) {
                _ = try link.execute("SELECT bt_index_check('\"\(index)\"', true)")
            }
            return true
        } catch let error as PostgresError where error.isOfStorage {
            return false
        }
    }

    private func names(_ sql: SharedSQL) throws -> [String] {
        let answer = try link.answer(to: sql, [])
        return try (0..<answer.count).map { try answer.row($0).text(0) }
    }
}

private enum SQL {
    static let tables: SharedSQL = """
        SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
        """
    static let indexes: SharedSQL = """
        SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'i'
        """
    static let checker: SharedSQL = "SELECT extname FROM pg_extension WHERE extname = 'amcheck'"
}
