import CaseRegister
import Foundation
import GRDB

/// A session on the file.
struct SQLiteSession: SQLSession {
    private let connection: Database

    init(_ connection: Database) { self.connection = connection }

    func run(_ sql: SharedSQL, _ values: [SQLValue]) throws {
        try statement(sql, values).execute()
    }

    func forEachRow(of sql: SharedSQL, _ values: [SQLValue], do body: (SQLRow) throws -> Void) throws {
        let cursor = try Row.fetchCursor(statement(sql, values))
        while let row = try cursor.next() {
            // By place: the library would look up the name of every column of every row.
            try body(SQLRow(try (0..<row.count).map { try Self.value(row[$0]) }))
        }
    }

    func walk(_ sql: SharedSQL, do body: (SQLRow) throws -> Void) throws {
        try forEachRow(of: sql, [], do: body)
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
