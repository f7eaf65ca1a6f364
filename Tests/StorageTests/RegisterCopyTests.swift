import Access
import CaseRegister
import ReferralDomain
import Testing

@testable import Storage

/// A register that moves to another database is the same register.
struct RegisterCopyTests {
    /// From which kind to which.
    private static let ways: [(DatabaseKind, DatabaseKind)] = [
        (.sqlite, .postgres), (.postgres, .sqlite), (.postgres, .postgres),
    ]

    @Test func `every table is copied with every column`() {
        var tables: [String: [String]] = [:]
        for table in CopiedTable.others + [CopiedTable.journal, CopiedTable.meta] {
            tables[table.name] = table.columns.split(separator: ",").map { $0.trimmed }.sorted()
        }
        var golden = GoldenSchema.tables.mapValues { columns in
            columns.split(separator: ",").compactMap { $0.split(separator: " ").first.map(String.init) }
                .sorted()
        }
        golden["schema_migration"] = nil
        #expect(tables == golden)
    }

    @Test(arguments: ways)
    func `a copy has the same journal, the same lists and the same accounts`(
        from: DatabaseKind, to: DatabaseKind
    ) async throws {
        try await from.withDatabase { source, _ in
            let journal = try await Self.fill(source)
            try await to.withDatabase { target, _ in
                let status = try await RegisterCopy(from: source, to: target).run()
                #expect(status.head == (try await journal.head()))
                #expect(status.rows["account"] == 1)
                #expect(status.rows["unit_channel"] == 1 && status.rows["message"] == 1)
                #expect(try await StoredMessageOutbox(on: target).count() == [.waiting: 1])
                let copy = try StoredCaseJournal(on: target)
                #expect(try await copy.verifyChain() == nil)
                #expect(try await target.lists() == source.lists())
                let code = try ActorID(reading: "OP-12")
                let kept = try await StoredAccounts(on: target).account(code)
                #expect(kept == (try await StoredAccounts(on: source).account(code)))
                _ = try await copy.record(try Reports.report(99), stamp: .street(at: 9))
                #expect(try await copy.verifyChain() == nil)
            }
        }
    }

    @Test(arguments: ways)
    func `a copy in many small pages has every row of every table once`(
        from: DatabaseKind, to: DatabaseKind
    ) async throws {
        try await from.withDatabase { source, _ in
            _ = try await Self.fill(source)
            try await Self.addMany(to: source)
            try await to.withDatabase { target, _ in
                // A page ends between the keys of one person, and more than once between equal tries.
                var copy = RegisterCopy(from: source, to: target)
                copy.batch = 2
                _ = try await copy.run()
                #expect(try await BackupWorld.rows(of: target) == BackupWorld.rows(of: source))
            }
        }
    }

    @Test func `the key by which a table is paged tells its rows apart, and an index finds it`() async throws
    {
        try await World.withFolder { folder in
            let database = try SQLiteDatabase(at: folder + "/ruta.sqlite")
            for table in CopiedTable.whole {
                guard let names = table.keyNames else {
                    #expect(table.name == "attempt", "its rows stand for one hour, and are read at once")
                    continue
                }
                let key = try await database.read { session in
                    try session.rows(Self.primaryKey, [.text(table.name)]).map { try $0.text(0) }
                }
                #expect(names == key)
                let page = try #require(table.page(behind: names.map { _ in .integer(0) }, most: 1))
                let sql = page.values.indices.reduce(page.sql.sqlite) { sql, place in
                    sql.replacing("?\(place + 1)", with: "0")
                }
                for line in try await database.plan(of: sql) {
                    #expect(line.hasPrefix("SEARCH"), "\(table.name): \(line)")
                }
            }
            try database.close()
        }
    }

    @Test(arguments: ways)
    func `a copy that was cut short is taken up again, and serves nobody before`(
        from: DatabaseKind, to: DatabaseKind
    ) async throws {
        try await from.withDatabase { source, _ in
            _ = try await Self.fill(source)
            try await to.withDatabase { target, stranger in
                try stranger.refuse("INSERT", of: "case_row")
                await #expect(throws: RegisterCopy.Failure.self) {
                    try await RegisterCopy(from: source, to: target).run()
                }
                #expect(throws: JournalFault.other(code: "copy-under-way")) {
                    try StoredCaseJournal(on: target)
                }
                try stranger.allow("case_row")
                let status = try await RegisterCopy(from: source, to: target).run()
                #expect(try await target.lists() == source.lists())
                #expect(status.rows["journal_event"] == 12)
            }
        }
    }

    @Test(arguments: ways)
    func `a database that holds anything is left alone`(from: DatabaseKind, to: DatabaseKind) async throws {
        try await from.withDatabase { source, _ in
            _ = try await Self.fill(source)
            try await to.withDatabase { target, _ in
                _ = try await StoredAccounts(on: target).add(AccountsBackend.unit("central-150135"))
                await #expect(throws: RegisterCopy.Failure.taken) {
                    try await RegisterCopy(from: source, to: target).run()
                }
            }
        }
    }

    @Test(arguments: ways)
    func `the beginning of another register is not gone on with`(
        from: DatabaseKind, to: DatabaseKind
    ) async throws {
        try await from.withDatabase { source, _ in
            _ = try await Self.fill(source)
            try await to.withJournal { other, target, stranger in
                _ = try await other.record(try Reports.report(50), stamp: .street(at: 3))
                try stranger.plant("INSERT INTO register_meta (name, value) VALUES ('copy-under-way', '1')")
                await #expect(throws: RegisterCopy.Failure.taken) {
                    try await RegisterCopy(from: source, to: target).run()
                }
            }
        }
    }

    private static func fill(_ database: any SQLDatabase) async throws -> StoredCaseJournal {
        let journal = try StoredCaseJournal(on: database)
        for number in 1...12 {
            _ = try await journal.record(try Reports.report(number), stamp: .street(at: Int64(number)))
        }
        let accounts = StoredAccounts(on: database)
        _ = try await accounts.add(AccountsBackend.unit("central-150135"))
        _ = try await accounts.add(AccountsBackend.account("OP-12"))
        try await addAddress(to: database)
        return journal
    }
}

extension RegisterCopyTests {
    private static let primaryKey: SharedSQL =
        "SELECT name FROM pragma_table_info($1) WHERE pk > 0 ORDER BY pk"

    /// Adds tries that nothing tells apart, and persons with keys of two compartments each.
    private static func addMany(to database: any SQLDatabase) async throws {
        let tables = Dictionary(uniqueKeysWithValues: CopiedTable.others.map { ($0.name, $0) })
        let (tries, keys) = (try #require(tables["attempt"]), try #require(tables["person_key"]))
        let name = String(repeating: "a", count: 64)
        try await database.write { session in
            for _ in 1...7 { try session.run(tries.add, [.text("account"), .text(name), .integer(5)]) }
            for number in UInt8(1)...9 {
                let place = try BackupWorld.place(number)
                for compartment in ["identity", "care"] {
                    let row: [SQLValue] = [
                        .text(place.person.text), .text(compartment), .text(place.caseID.text),
                        .blob([number]),
                    ]
                    try session.run(keys.add, row)
                }
            }
        }
    }

    /// An address of a unit, with the message that carries its code.
    private static func addAddress(to database: any SQLDatabase) async throws {
        let now = Instant(millisecondsSinceEpoch: 1_798_000_000_000)
        let channel = UnitChannel(
            ChannelID(random: Array(repeating: 1, count: 16)), of: try UnitID(reading: "upe-lima"),
            try OfficeAddress(.email, reading: "guardia@upe.example"), for: .office, place: 1, added: now)
        let book = StoredChannelBook(on: database, random: SeededSource(seed: 1))
        let message = MessageID(random: Array(repeating: 2, count: 16))
        #expect(try await book.add(channel, code: ChannelCode("123456", until: now), as: message))
    }
}

extension Substring {
    fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
