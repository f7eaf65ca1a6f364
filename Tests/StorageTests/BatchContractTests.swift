import CaseRegister
import ReferralDomain
import Storage
import Testing

/// Many reports in one transaction: all or none, on every journal.
struct BatchContractTests {
    @Test(arguments: JournalContractTests.Backend.allCases)
    func `all come in with references of their own, and the same ones again change nothing`(
        backend: JournalContractTests.Backend
    ) async throws {
        try await backend.with { journal in
            let reports = try (1...200).map { try Reports.report($0) }
            let first = try await journal.recordNew(reports, stamp: .street(at: 5))
            #expect(first.map(\.id) == reports.map(\.id) && !first.contains(where: \.isRepeat))
            #expect(Set(first.map(\.reference)).count == 200)
            let again = try await journal.recordNew(reports, stamp: .street(at: 9))
            #expect(again.allSatisfy(\.isRepeat) && again.map(\.reference) == first.map(\.reference))
            #expect(again.allSatisfy { $0.receivedAt == Instant(millisecondsSinceEpoch: 5) })
            #expect(await journal.health().lastPosition == 200)
        }
    }

    @Test(arguments: JournalContractTests.Backend.allCases)
    func `a case that is here stays as it is, whatever the new report says`(
        backend: JournalContractTests.Backend
    ) async throws {
        try await backend.with { journal in
            _ = try await journal.record(try Reports.report(1), stamp: .street(at: 1))
            let receipts = try await journal.recordNew(
                [try Reports.report(1, danger: "yes"), try Reports.report(2)], stamp: .street(at: 2))
            #expect(receipts.map(\.isRepeat) == [true, false])
            #expect(try await journal.history(of: try Reports.id(1)).count == 1)
        }
    }

    /// The last one of all has the id of no report before it, and cannot get a reference: the source has run dry.
    @Test(arguments: JournalContractTests.Backend.allCases)
    func `where one cannot be kept, none is`(backend: JournalContractTests.Backend) async throws {
        try await backend.with(random: OneReference()) { journal in
            let reports = try (1...3).map { try Reports.report($0) }
            await #expect(throws: JournalFault.self) {
                _ = try await journal.recordNew(reports, stamp: .street(at: 1))
            }
            for report in reports { #expect(try await journal.history(of: report.id).isEmpty) }
            let alone = try await journal.record(reports[0], stamp: .street(at: 2))
            #expect(!alone.isRepeat && alone.version == 1)
        }
    }

    /// Draws one reference for ever, so that the second case of a batch finds none.
    private struct OneReference: RandomSource {
        func bytes(_ count: Int) -> [UInt8] { Array(repeating: 3, count: count) }
    }
}
