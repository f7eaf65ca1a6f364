import Access
import CaseRegister
import ReferralDomain
import Sealing
import Testing

@testable import Storage

/// What a backup tells is put back whole, on whichever database, or not at all.
struct RegisterBackupTests {
    private static let ways: [(DatabaseKind, DatabaseKind)] = [
        (.sqlite, .sqlite), (.sqlite, .postgres), (.postgres, .sqlite), (.postgres, .postgres),
    ]

    @Test(arguments: ways)
    func `a register that is restored has every row of every table`(
        from: DatabaseKind, to: DatabaseKind
    ) async throws {
        try await from.withSource { database, source in
            let journal = try await BackupWorld.fill(database)
            let told = try BackupWorld.tell(source, id: "a")
            #expect(told.manifest.rows["journal_event"] == 12)
            try await to.withDatabase { target, _ in
                let outcome = try BackupWorld.restore(told, into: target)
                #expect(outcome.passedOver == 0)
                #expect(try await BackupWorld.rows(of: target) == BackupWorld.rows(of: database))
                let copy = try StoredCaseJournal(on: target)
                #expect(try await copy.head() == journal.head())
                _ = try await copy.record(try Reports.report(99), stamp: .street(at: 99))
                #expect(try await copy.verifyChain() == nil)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `an increment carries what was added, and what went is gone after it`(
        kind: DatabaseKind
    ) async throws {
        try await kind.withSource { database, source in
            let journal = try await BackupWorld.fill(database)
            let full = try BackupWorld.tell(source, id: "a")
            for number in 20...23 {
                _ = try await journal.record(try Reports.report(number), stamp: .street(at: Int64(number)))
            }
            try await database.write { try $0.run("DELETE FROM blind_index", []) }
            let more = try BackupWorld.tell(source, id: "b", from: full.manifest.asBase)
            #expect(more.manifest.rows["journal_event"] == 4)
            try await kind.withDatabase { target, _ in
                _ = try BackupWorld.restore(full, more, into: target)
                #expect(try await BackupWorld.rows(of: target) == BackupWorld.rows(of: database))
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `the key of a person who was shredded later is never written, and her tombstone is`(
        kind: DatabaseKind
    ) async throws {
        try await kind.withSource { database, source in
            _ = try await BackupWorld.fill(database)
            let told = try BackupWorld.tell(source, id: "a")
            let person = try BackupWorld.place(1).person
            let tombstone = Tombstone(person, at: Instant(millisecondsSinceEpoch: 9_000))
            try await kind.withDatabase { target, _ in
                let outcome = try BackupWorld.restore(told, tombstones: [tombstone], into: target)
                #expect(outcome.passedOver == 2)
                let vault = StoredVaultStore(on: target)
                #expect(try await vault.personKey(of: person, .identity) == nil)
                #expect(try await vault.isShredded(person))
                #expect(try await vault.personKey(of: BackupWorld.place(2).person, .identity) == [2])
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `tombstones that are older than the backup are refused`(kind: DatabaseKind) async throws {
        try await kind.withSource { database, source in
            _ = try await BackupWorld.fill(database)
            let person = try BackupWorld.place(1).person
            try await StoredVaultStore(on: database).shred([
                Tombstone(person, at: Instant(millisecondsSinceEpoch: 9_000))
            ])
            let told = try BackupWorld.tell(source, id: "a")
            try await Self.refused(.tombstones(missing: 1), kind) { target in
                try BackupWorld.restore(told, into: target)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `an increment of another full backup, or alone, is refused`(kind: DatabaseKind) async throws {
        try await kind.withSource { database, source in
            _ = try await BackupWorld.fill(database)
            let full = try BackupWorld.tell(source, id: "a")
            let other = try BackupWorld.tell(source, id: "c")
            let more = try BackupWorld.tell(source, id: "b", from: full.manifest.asBase)
            try await Self.refused(.unrelated, kind) { try BackupWorld.restore(other, more, into: $0) }
            try await Self.refused(.unrelated, kind) { try BackupWorld.restore(more, into: $0) }
            try await Self.refused(.unrelated, kind) { try BackupWorld.restore(full, full, into: $0) }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `a backup that leaves out a row of any table is refused`(kind: DatabaseKind) async throws {
        try await kind.withSource { database, source in
            _ = try await BackupWorld.fill(database)
            let told = try BackupWorld.tell(source, id: "a")
            for table in ["journal_event", "account", "person_key", "case_row"] {
                let start = try #require(
                    told.records.firstIndex {
                        if case .table(table, _) = $0 { true } else { false }
                    })
                var records = told.records
                records.remove(at: start + 1)
                let short = BackupWorld.Told(manifest: told.manifest, records: records)
                try await kind.withDatabase { target, _ in
                    #expect(throws: RestoreFailure.self) { try BackupWorld.restore(short, into: target) }
                    let isEmpty = try await BackupWorld.isEmpty(target)
                    #expect(isEmpty)
                }
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `a stream that ends anywhere leaves the database empty`(kind: DatabaseKind) async throws {
        try await kind.withSource { database, source in
            _ = try await BackupWorld.fill(database)
            let told = try BackupWorld.tell(source, id: "a")
            try await kind.withDatabase { target, _ in
                for count in stride(from: 0, to: told.records.count, by: 5) {
                    let short = BackupWorld.Told(
                        manifest: told.manifest, records: Array(told.records.prefix(count)))
                    #expect(throws: RestoreFailure.self) { try BackupWorld.restore(short, into: target) }
                    let isEmpty = try await BackupWorld.isEmpty(target)
                    #expect(isEmpty)
                }
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `a database that holds anything is left alone`(kind: DatabaseKind) async throws {
        try await kind.withSource { database, source in
            _ = try await BackupWorld.fill(database)
            let told = try BackupWorld.tell(source, id: "a")
            let before = try await BackupWorld.rows(of: database)
            #expect(throws: RestoreFailure.taken) { try BackupWorld.restore(told, into: database) }
            #expect(try await BackupWorld.rows(of: database) == before)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `what is written while a backup is told is not half in it`(kind: DatabaseKind) async throws {
        try await kind.withDatabase { database, stranger in
            _ = try await BackupWorld.fill(database)
            let source = try stranger.source()
            var records: [BackupRecord] = []
            var isFirst = true
            let manifest = try RegisterBackup(id: "a", at: 1).run(from: source, with: []) {
                return { record in
                    records.append(record)
                    // Behind the manifest the moment of the backup has begun: this comes too late for it.
                    guard isFirst else { return }
                    isFirst = false
                    try stranger.plant("DELETE FROM person_key", "DELETE FROM blind_index")
                }
            }
            let told = BackupWorld.Told(manifest: manifest, records: records)
            #expect(manifest.rows["person_key"] == 2)
            try await kind.withDatabase { target, _ in
                _ = try BackupWorld.restore(told, into: target)
                #expect(try await BackupWorld.rows(of: target)["person_key"]?.count == 2)
            }
        }
    }

    @Test func `a base that is not in the database is not gone on from`() async throws {
        try await DatabaseKind.sqlite.withSource { database, source in
            _ = try await BackupWorld.fill(database)
            let base = BackupManifest.Base(
                id: "a", head: JournalAnchor(position: 3, hash: String(repeating: "0", count: 64)), ends: [:])
            #expect(throws: JournalFault.other(code: BackupManifest.foreignBase)) {
                try BackupWorld.tell(source, id: "b", from: base)
            }
        }
    }

    private static func refused(
        _ failure: RestoreFailure, _ kind: DatabaseKind,
        _ restore: (any SQLDatabase) throws -> RegisterRestore.Outcome
    ) async throws {
        try await kind.withDatabase { target, _ in
            #expect(throws: failure) { try restore(target) }
            let isEmpty = try await BackupWorld.isEmpty(target)
            #expect(isEmpty)
        }
    }
}
