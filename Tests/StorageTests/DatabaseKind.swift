import CaseRegister
import Testing

@testable import Storage

/// The databases that must keep the same promises.
enum DatabaseKind: String, CaseIterable, CustomTestStringConvertible {
    case sqlite, postgres

    var testDescription: String { rawValue }

    /// Runs a story on an empty database, and gives it a stranger: another program that may plant faults in
    /// it.
    @discardableResult
    func withDatabase<Value>(
        _ story: (any SQLDatabase, Stranger) async throws -> Value
    ) async throws -> Value {
        switch self {
        case .sqlite:
            try await World.withFolder { folder in
                let path = folder + "/ruta.sqlite"
                let database = try SQLiteDatabase(at: path)
                let value = try await story(database, .file(path))
                try database.close()
                return value
            }
        case .postgres:
            try await PostgresServer.shared().withDatabase { address, _ in
                let database = try PostgresDatabase(at: address, PostgresServer.patient)
                let value = try await story(database, .server(address))
                try database.close()
                return value
            }
        }
    }

    /// Runs a story on an empty journal.
    @discardableResult
    func withJournal<Value>(
        _ story: (StoredCaseJournal, any SQLDatabase, Stranger) async throws -> Value
    ) async throws -> Value {
        try await withDatabase { database, stranger in
            try await story(try StoredCaseJournal(on: database), database, stranger)
        }
    }
}

extension SQLDatabase {
    /// Every row of every list, as it is stored.
    func lists() async throws -> [[SQLRow]] {
        try await read { session in
            let lists: [SharedSQL] = [
                "SELECT * FROM case_row ORDER BY 1, 2", "SELECT * FROM obligation_row ORDER BY 1, 2",
                "SELECT * FROM referral_row ORDER BY 1, 2",
            ]
            return try lists.map { try session.rows($0) }
        }
    }
}
