import CaseRegister
import ReferralDomain
import Storage
import Testing

/// What every journal promises, whatever it is made of.
struct JournalContractTests {
    /// The journals that must keep the promises.
    enum Backend: CaseIterable {
        case memory
        case sqlite
        case postgres

        func with(
            random: any RandomSource = SeededSource(seed: 7),
            _ story: (any ReportJournal) async throws -> Void
        ) async throws {
            switch self {
            case .memory: try await story(MemoryJournal(random: random))
            case .sqlite: try await Self.stored(in: .sqlite, random, story)
            case .postgres: try await Self.stored(in: .postgres, random, story)
            }
        }

        private static func stored(
            in kind: DatabaseKind, _ random: any RandomSource,
            _ story: (any ReportJournal) async throws -> Void
        ) async throws {
            try await kind.withDatabase { database, _ in
                try await story(try StoredCaseJournal(on: database, random: random))
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func `a report is acknowledged with a reference that finds it again`(backend: Backend) async throws {
        try await backend.with { journal in
            let report = try Reports.report(1)
            let receipt = try await journal.record(report, stamp: .street(at: 500))
            #expect(receipt.id == report.id)
            #expect(receipt.version == 1)
            #expect(receipt.receivedAt == Instant(millisecondsSinceEpoch: 500))
            #expect(!receipt.isRepeat)

            let found = try #require(try await journal.receipt(of: receipt.reference))
            #expect((found.id, found.reference, found.version) == (report.id, receipt.reference, 1))
            #expect(found.receivedAt == receipt.receivedAt)
            #expect(
                try await journal.history(of: report.id) == [
                    RecordedEvent(
                        position: 1, caseID: report.id, version: 1,
                        event: NewEvent(.sightingReported(report, receipt.reference)), stamp: .street(at: 500)
                    )
                ])
            #expect(await journal.health() == JournalHealth(lastPosition: 1, fault: nil))
        }
    }

    @Test(arguments: Backend.allCases)
    func `what nobody reported is not there`(backend: Backend) async throws {
        try await backend.with { journal in
            let reference = CaseReference(random: Array(repeating: 0, count: 14))
            #expect(try await journal.receipt(of: reference) == nil)
            let history = try await journal.history(of: try Reports.id(1))
            #expect(history.isEmpty)
            #expect(await journal.health() == JournalHealth(lastPosition: 0, fault: nil))
        }
    }

    @Test(arguments: Backend.allCases)
    func `a report sent a thousand times is one report`(backend: Backend) async throws {
        try await backend.with { journal in
            let report = try Reports.report(1)
            let first = try await journal.record(report, stamp: .street(at: 1))
            for resend in 2...1_000 {
                let again = try await journal.record(report, stamp: .street(at: Int64(resend)))
                #expect(again.isRepeat)
                #expect((again.reference, again.version) == (first.reference, 1))
                #expect(again.receivedAt == first.receivedAt)
            }
            #expect(try await journal.history(of: report.id).count == 1)
            #expect(await journal.health().lastPosition == 1)
        }
    }

    @Test(arguments: Backend.allCases)
    func `a correction keeps the reference and the first report`(backend: Backend) async throws {
        try await backend.with { journal in
            let (first, corrected) = (
                try Reports.report(2), try Reports.report(2, danger: "yes", claimedAt: 2_000)
            )
            let before = try await journal.record(first, stamp: .street(at: 10))
            let after = try await journal.record(corrected, stamp: .street(at: 20))
            #expect((after.reference, after.version, after.isRepeat) == (before.reference, 2, false))
            #expect(after.receivedAt == before.receivedAt)
            #expect(
                try await journal.history(of: first.id).map(\.event) == [
                    .sightingReported(first, before.reference), .sightingAmended(corrected),
                ])

            // The first one, still on its way when it was corrected, arrives late.
            let late = try await journal.record(first, stamp: .street(at: 30))
            #expect((late.isRepeat, late.version) == (true, 2))
            #expect(try await journal.receipt(of: before.reference)?.version == 2)
        }
    }

    @Test(arguments: Backend.allCases)
    func `a clock that goes back does not change the order`(backend: Backend) async throws {
        try await backend.with { journal in
            for (number, moment) in [(1, 900), (2, 300), (3, 600)] as [(Int, Int64)] {
                _ = try await journal.record(try Reports.report(number), stamp: .street(at: moment))
                #expect(
                    try await journal.history(of: try Reports.id(number)).first?.position == Int64(number))
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func `forty guards at the same moment are all acknowledged, each once`(backend: Backend) async throws {
        try await backend.with { journal in
            let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
                for number in 1...40 {
                    let report = try Reports.report(number)
                    group.addTask { try await journal.record(report, stamp: .street(at: Int64(number))) }
                }
                return try await group.reduce(into: [Receipt]()) { $0.append($1) }
            }
            #expect(receipts.count == 40)
            #expect(receipts.allSatisfy { !$0.isRepeat && $0.version == 1 })
            #expect(Set(receipts.map(\.reference)).count == 40)
            #expect(await journal.health().lastPosition == 40)
        }
    }

    @Test(arguments: Backend.allCases)
    func `one report sent forty times at the same moment is recorded once`(backend: Backend) async throws {
        try await backend.with { journal in
            let report = try Reports.report(1)
            let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
                for moment in 1...40 {
                    group.addTask { try await journal.record(report, stamp: .street(at: Int64(moment))) }
                }
                return try await group.reduce(into: [Receipt]()) { $0.append($1) }
            }
            #expect(receipts.filter { !$0.isRepeat }.count == 1)
            #expect(Set(receipts.map(\.reference)).count == 1)
            #expect(try await journal.history(of: report.id).count == 1)
        }
    }

    @Test(arguments: Backend.allCases)
    func `a reference that is taken is drawn again`(backend: Backend) async throws {
        /// Says the same twice before it goes on.
        struct Stammering: RandomSource {
            let seeded = SeededSource(seed: 3)
            let calls = Counter()

            func bytes(_ count: Int) -> [UInt8] {
                calls.next() <= 2 ? Array(repeating: 0, count: count) : seeded.bytes(count)
            }
        }
        try await backend.with(random: Stammering()) { journal in
            let first = try await journal.record(try Reports.report(1), stamp: .street(at: 1))
            let second = try await journal.record(try Reports.report(2), stamp: .street(at: 2))
            #expect(first.reference != second.reference)
            #expect(try await journal.receipt(of: first.reference)?.id == first.id)
            #expect(try await journal.receipt(of: second.reference)?.id == second.id)
        }
    }
}
