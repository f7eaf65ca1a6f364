import Access
import CaseRegister
import ReferralDomain
import Testing

@testable import Storage

/// What every store of links and codes promises, in memory and in each database.
struct AcknowledgementContractTests {
    private static let now = Instant(millisecondsSinceEpoch: 1_795_489_000_000)
    private static let caseID = try! CaseID(reading: String(repeating: "a", count: 32))
    private static let referral = ReferralID(random: Array(repeating: 1, count: 16))

    /// Runs a promise on every store.
    private func onAll(
        _ promise: (any AcknowledgementStore & ReceiptBook, String) async throws -> Void
    ) async throws {
        try await promise(MemoryAcknowledgementStore(), "memory")
        for kind in DatabaseKind.allCases {
            try await kind.withDatabase { database, _ in
                try await promise(Stored(database: database), kind.rawValue)
            }
        }
    }

    /// Both halves of a database as one value.
    private struct Stored: AcknowledgementStore, ReceiptBook {
        let tickets: StoredAcknowledgements
        let book: StoredReceiptBook

        init(database: any SQLDatabase) {
            tickets = StoredAcknowledgements(on: database)
            book = StoredReceiptBook(on: database)
        }

        func keep(_ ticket: AcknowledgementTicket) async throws(JournalFault) {
            try await tickets.keep(ticket)
        }
        func ticket(_ id: String) async throws(JournalFault) -> AcknowledgementTicket? {
            try await tickets.ticket(id)
        }
        func tickets(
            of referral: ReferralID, in caseID: CaseID
        ) async throws(JournalFault) -> [AcknowledgementTicket] {
            try await tickets.tickets(of: referral, in: caseID)
        }
        func countTry(of id: String, most: Int) async throws(JournalFault) -> Bool {
            try await tickets.countTry(of: id, most: most)
        }
        func use(_ id: String, at now: Instant) async throws(JournalFault) {
            try await tickets.use(id, at: now)
        }
        func forget(before now: Instant) async throws(JournalFault) { try await tickets.forget(before: now) }
        func note(_ code: String, of entry: ReceiptEntry) async throws(JournalFault) {
            try await book.note(code, of: entry)
        }
        func entries(of code: String) async throws(JournalFault) -> [ReceiptEntry] {
            try await book.entries(of: code)
        }
    }

    private func ticket(
        _ id: String, _ kind: AcknowledgementTicket.Kind = .call, at now: Instant = now
    ) throws -> AcknowledgementTicket {
        let code: AcknowledgementTicket.StoredCode? =
            kind == .link ? nil : .init(salt: "00ff", hash: String(repeating: "b", count: 64))
        return AcknowledgementTicket(
            id, kind, about: .init(Self.caseID, Self.referral, institution: "upe"),
            by: .init(try ActorID(reading: "OP-12"), session: "s-1"), code: code, at: now)
    }

    @Test func `what was kept comes back whole, each kind`() async throws {
        try await onAll { store, name in
            for kind in AcknowledgementTicket.Kind.allCases {
                let kept = try ticket("id-" + kind.rawValue, kind)
                try await store.keep(kept)
                #expect(try await store.ticket(kept.id) == kept, "\(name) \(kind)")
            }
            #expect(try await store.tickets(of: Self.referral, in: Self.caseID).count == 3)
            #expect(try await store.ticket("absent") == nil)
            #expect(try await store.ticket("nul\0") == nil)
        }
    }

    @Test func `a new one ends the unused one of its kind only`() async throws {
        try await onAll { store, name in
            try await store.keep(try ticket("one", .call))
            try await store.keep(try ticket("two", .notice))
            try await store.keep(try ticket("three", .call))
            #expect(try await store.ticket("one") == nil, "\(name)")
            #expect(try await store.ticket("two") != nil, "\(name)")
            try await store.use("three", at: Self.now)
            try await store.keep(try ticket("four", .call))
            #expect(try await store.ticket("three") != nil, "a used one is kept for its receipt: \(name)")
        }
    }

    @Test func `tries are counted to the limit and not beyond`() async throws {
        try await onAll { store, name in
            try await store.keep(try ticket("one"))
            var allowed = 0
            for _ in 0..<8 where try await store.countTry(of: "one", most: 5) { allowed += 1 }
            #expect(allowed == 5, "\(name)")
            #expect(try await store.ticket("one")?.tries == 5)
            #expect(try await !store.countTry(of: "absent", most: 5))
        }
    }

    @Test func `tries at the same moment are counted one by one`() async throws {
        try await onAll { store, name in
            try await store.keep(try ticket("one"))
            let allowed = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<20 { group.addTask { try await store.countTry(of: "one", most: 5) } }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(allowed == 5, "\(name)")
        }
    }

    @Test func `the first use stands`() async throws {
        try await onAll { store, name in
            try await store.keep(try ticket("one"))
            try await store.use("one", at: Self.now)
            try await store.use("one", at: Self.now.adding(milliseconds: 5))
            #expect(try await store.ticket("one")?.usedAt == Self.now, "\(name)")
        }
    }

    @Test func `what ended is forgotten, what runs is not`() async throws {
        try await onAll { store, name in
            try await store.keep(try ticket("short", .call))
            try await store.keep(try ticket("long", .link))
            try await store.forget(before: Self.now.adding(milliseconds: 3_600_000))
            #expect(try await store.ticket("short") == nil, "\(name)")
            #expect(try await store.ticket("long") != nil, "\(name)")
        }
    }

    @Test func `a code leads to its events, noted twice or not`() async throws {
        try await onAll { store, name in
            let entry = ReceiptEntry(Self.caseID, version: 3)
            try await store.note("K7Q2-M3X9", of: entry)
            try await store.note("K7Q2-M3X9", of: entry)
            try await store.note("K7Q2-M3X9", of: ReceiptEntry(Self.caseID, version: 4))
            #expect(try await store.entries(of: "K7Q2-M3X9").map(\.version) == [3, 4], "\(name)")
            #expect(try await store.entries(of: "2222-2222").isEmpty)
        }
    }
}
