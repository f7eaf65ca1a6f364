import CaseRegister
import Foundation
import GRDB

/// One connection for the length of one transaction; it never leaves the closure that it was given to.
struct SQLiteSession {
    private let connection: Database

    init(_ connection: Database) { self.connection = connection }

    /// Runs a statement that gives no rows.
    func run(_ sql: SharedSQL, _ values: [SQLValue] = []) throws {
        try statement(sql, values).execute()
    }

    /// All rows of a statement.
    func rows(_ sql: SharedSQL, _ values: [SQLValue] = []) throws -> [SQLRow] {
        var rows: [SQLRow] = []
        try forEachRow(of: sql, values) { rows.append($0) }
        return rows
    }

    /// Reads the rows of a statement one by one, as many as there are.
    func forEachRow(of sql: SharedSQL, _ values: [SQLValue] = [], do body: (SQLRow) throws -> Void) throws {
        let cursor = try cursor(sql, values)
        while let row = try cursor.next() {
            // By place: the library would look up the name of every column of every row.
            try body(SQLRow(try (0..<row.count).map { try Self.value(row[$0]) }))
        }
    }

    /// The rows of a statement as the library gives them, each good until the next one.
    func cursor(_ sql: SharedSQL, _ values: [SQLValue] = []) throws -> RowCursor {
        try Row.fetchCursor(statement(sql, values))
    }

    /// A statement with its values, kept for the next time.
    func statement(_ sql: SharedSQL, _ values: [SQLValue]) throws -> Statement {
        let statement = try connection.cachedStatement(sql: sql.sqlite)
        try statement.setArguments(StatementArguments(try values.map(Self.bound)))
        return statement
    }

    /// Text with a NUL byte is silently cut by both databases, so it is refused here.
    private static func bound(_ value: SQLValue) throws(JournalFault) -> DatabaseValue {
        switch value {
        case .integer(let number): return number.databaseValue
        case .null: return .null
        case .blob(let bytes): return Data(bytes).databaseValue
        case .text(let text):
            guard !text.utf8.contains(0) else { throw .other(code: "nul-in-text") }
            return text.databaseValue
        }
    }

    private static func value(_ value: DatabaseValue) throws(JournalFault) -> SQLValue {
        switch value.storage {
        case .null: return .null
        case .int64(let number): return .integer(number)
        case .string(let text): return .text(text)
        case .blob(let data): return .blob(Array(data))
        case .double: throw .damaged
        }
    }
}
