public import CaseRegister

/// What a database says of itself.
public struct DatabaseStatus: Hashable, Sendable {
    /// The number of its last migration.
    public let schema: Int
    /// The last entry of its journal; nil while that is empty.
    public let head: JournalAnchor?
    /// How many rows each table has; none are counted where the schema is another one than this release
    /// knows.
    public let rows: [String: Int64]

    /// The number of the last migration that this release knows.
    public static var known: Int { Schema.known }

    /// Asks within one moment of the database.
    init(in session: any SQLSession) throws {
        schema = Int(try session.rows(SQL.schema).first?.integer(0) ?? 0)
        head = try JournalWriter.head(in: session)
        var rows: [String: Int64] = [:]
        for table in schema == Schema.known ? CopiedTable.others + [CopiedTable.journal] : [] {
            rows[table.name] = try session.rows(table.count).first?.integer(0)
        }
        self.rows = rows
    }
}

private enum SQL {
    static let schema: SharedSQL = "SELECT coalesce(max(version), 0) FROM schema_migration"
}
