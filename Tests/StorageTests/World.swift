import Foundation
import GRDB
import Storage
import Testing

/// The places in which the stories of the tests happen.
enum World {
    /// Runs a story in a folder of its own and takes the folder away again.
    @discardableResult
    static func withFolder<Value>(_ story: (String) async throws -> Value) async throws -> Value {
        let pattern = FileManager.default.temporaryDirectory.path + "/ruta-storage-XXXXXX"
        var name = Array(pattern.utf8CString)
        let made = mkdtemp(&name)
        try #require(made != nil)
        let folder = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try await story(folder)
    }

    /// Runs a story on a fresh journal in a file.
    @discardableResult
    static func withJournal<Value>(
        _ story: (StoredCaseJournal, SQLiteDatabase, _ path: String) async throws -> Value
    ) async throws -> Value {
        try await withFolder { folder in
            let path = folder + "/ruta.sqlite"
            let database = try SQLiteDatabase(at: path, busyTimeout: .milliseconds(100))
            let value = try await story(try StoredCaseJournal(on: database), database, path)
            try database.close()
            return value
        }
    }

    /// Another program at the same file, which may hold it and may plant faults in it.
    static func stranger(at path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        configuration.foreignKeysEnabled = false
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
