import Access
import CaseRegister
import ReferralDomain
import Sealing
import Testing

@testable import Composition
@testable import Storage

/// A register, the backups of it in memory, and the files of a house that nobody has.
struct BackupWorld {
    /// One backup as the records that it tells.
    struct Told {
        let manifest: BackupManifest
        let records: [BackupRecord]

        /// The records as a stream of small portions, so that every record is cut somewhere.
        var source: RegisterRestore.Source {
            var bytes: [UInt8] = []
            for record in records { record.write(into: &bytes) }
            return {
                var left = bytes[...]
                return BackupRecordReader {
                    guard !left.isEmpty else { return nil }
                    defer { left = left.dropFirst(7) }
                    return Array(left.prefix(7))
                }
            }
        }
    }

    /// Files that are counted and never written.
    final class NoFiles: RegisterRestore.Files {
        var finished = 0
        func clear() {}
        func begin(_ name: String) {}
        func add(_ piece: [UInt8]) {}
        func finish() { finished += 1 }
    }

    static func tell(
        _ source: any JournalSource, id: String, from base: BackupManifest.Base? = nil,
        with files: [RegisterBackup.File] = []
    ) throws -> Told {
        var records: [BackupRecord] = []
        let manifest = try RegisterBackup(id: id, base: base, at: 5_000).run(from: source, with: files) {
            records = []
            return { records.append($0) }
        }
        return Told(manifest: manifest, records: records)
    }

    static func restore(
        _ full: Told, _ increment: Told? = nil, tombstones: [Tombstone] = [],
        into database: any SQLDatabase
    ) throws -> RegisterRestore.Outcome {
        try RegisterRestore(
            full: full.source, increment: increment?.source, tombstones: tombstones,
            digest: Fingerprint.sha256
        ).run(into: database, files: NoFiles())
    }

    /// Twelve reports, a unit, an account, and two persons with a key and a token each.
    static func fill(_ database: any SQLDatabase) async throws -> StoredCaseJournal {
        let journal = try StoredCaseJournal(on: database)
        for number in 1...12 {
            _ = try await journal.record(try Reports.report(number), stamp: .street(at: Int64(number)))
        }
        let accounts = StoredAccounts(on: database)
        _ = try await accounts.add(AccountsBackend.unit("central-150135"))
        _ = try await accounts.add(AccountsBackend.account("OP-12"))
        let vault = StoredVaultStore(on: database)
        for number in UInt8(1)...2 {
            _ = try await vault.createPersonKey([number], at: place(number))
            try await vault.index(
                Array(repeating: number, count: 32), of: place(number),
                for: try UnitID(reading: "upe-practica"))
        }
        return journal
    }

    static func place(_ person: UInt8) throws -> VaultPlace {
        VaultPlace(
            case: try CaseID(reading: String(repeating: "0a", count: 16)),
            person: PersonID(random: Array(repeating: person, count: 16)), .identity, field: "name")
    }

    /// Whether no table has a row.
    static func isEmpty(_ database: any SQLDatabase) async throws -> Bool {
        try await rows(of: database).values.allSatisfy { $0.isEmpty }
    }

    /// Every row of every table.
    static func rows(of database: any SQLDatabase) async throws -> [String: [[SQLValue]]] {
        try await database.read { session in
            var rows: [String: [[SQLValue]]] = [:]
            for table in CopiedTable.whole { rows[table.name] = try session.rows(table.all).map(\.all) }
            return rows
        }
    }
}

extension DatabaseKind {
    /// Runs a story on an empty database and on a way to look at it beside its writer.
    func withSource(
        _ story: (any SQLDatabase, any JournalSource) async throws -> Void
    ) async throws {
        try await withDatabase { database, stranger in
            try await story(database, try stranger.source())
        }
    }
}
