import CaseRegister
import ReferralDomain
import Testing

struct MemoryJournalTests {
    @Test func `a journal told to fail acknowledges nothing and goes on reading`() async throws {
        struct Zeros: RandomSource {
            func bytes(_ count: Int) -> [UInt8] { Array(repeating: 0, count: count) }
        }
        let journal = MemoryJournal(random: Zeros())
        let stamp = Stamp(actor: .street, instant: Instant(millisecondsSinceEpoch: 1))
        let receipt = try await journal.record(try Reports.girlAtTheBar(), stamp: stamp)
        await journal.fail(with: .diskFull)
        await #expect(throws: JournalFault.diskFull) {
            try await journal.record(try Reports.girlAtTheBar(), stamp: stamp)
        }
        #expect(try await journal.receipt(of: receipt.reference)?.id == receipt.id)
        #expect(await journal.health() == JournalHealth(lastPosition: 1, fault: .diskFull))
        await journal.fail(with: nil)
        #expect(try await journal.record(try Reports.girlAtTheBar(), stamp: stamp).isRepeat)
    }
}
