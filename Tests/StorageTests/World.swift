import CaseRegister
import Foundation
import GRDB
import ReferralDomain
import Testing

@testable import Storage

extension Stamp {
    /// The guard in the street, so many milliseconds after 1970.
    static func street(at milliseconds: Int64) -> Stamp {
        Stamp(actor: .street, instant: Instant(millisecondsSinceEpoch: milliseconds))
    }
}

extension SQLiteReportJournal {
    /// A journal with the digest and the seed of the tests.
    init(on database: SQLiteDatabase, seed: UInt64 = 1) throws {
        try self.init(on: database, digest: sha256, random: SeededSource(seed: seed))
    }
}

/// Runs a story in a folder of its own and takes the folder away again.
@discardableResult
func withFolder<Value>(_ story: (String) async throws -> Value) async throws -> Value {
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
func withJournal<Value>(
    _ story: (SQLiteReportJournal, SQLiteDatabase, _ path: String) async throws -> Value
) async throws -> Value {
    try await withFolder { folder in
        let path = folder + "/ruta.sqlite"
        let database = try SQLiteDatabase(at: path, busyTimeout: .milliseconds(100))
        let value = try await story(try SQLiteReportJournal(on: database), database, path)
        try database.close()
        return value
    }
}

/// Another program at the same file, which may hold it and may plant faults in it.
func stranger(at path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    configuration.foreignKeysEnabled = false
    return try DatabaseQueue(path: path, configuration: configuration)
}

extension ReportJournal {
    /// What a report was refused with; nil where it was acknowledged.
    func refusal(of report: StreetReport) async -> JournalFault? {
        do throws(JournalFault) {
            _ = try await record(report, stamp: .street(at: 1))
            return nil
        } catch {
            return error
        }
    }
}

extension SQLiteDatabase {
    /// What a write failed with; nil where it was committed.
    func fault(writing body: @escaping @Sendable (SQLiteSession) throws -> Void) async -> JournalFault? {
        do throws(JournalFault) {
            try await write(body)
            return nil
        } catch {
            return error
        }
    }
}
