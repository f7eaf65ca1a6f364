public import CaseRegister

/// Whether a database was made for practice: it says so for ever, and a real house never opens it.
public struct StoredPracticeMark: Sendable {
    private let database: any SQLDatabase

    public init(on database: any SQLDatabase) { self.database = database }

    /// Asked while the program starts.
    public func isSetAtStart() throws(JournalFault) -> Bool {
        try database.readAtStart { try !$0.rows(SQL.mark).isEmpty }
    }
}

private enum SQL {
    static let mark: SharedSQL = "SELECT value FROM register_meta WHERE name = 'practice'"
}
