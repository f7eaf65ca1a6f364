import CaseRegister
import ReferralDomain
import Testing

struct JournalChainTests {
    @Test func `what is hashed can be written down by anyone`() throws {
        // The digest gives back what it was given, so that the hash shows it.
        let chain = JournalChain { $0 }
        let entry = JournalEntry(
            at: 12, of: "c1", version: 2, event: StoredEvent(name: "ñ", version: 1, payload: "{}"),
            actor: "street", recordedAtMilliseconds: 1_795_000_000_000)
        let fields = "14:ruta-journal-1,2:00,2:12,2:c1,1:2,2:ñ,1:1,2:{},6:street,13:1795000000000,"
        #expect(chain.hash(of: entry, after: "00") == hexadecimal(fields))
    }

    @Test func `an entry gives back the event that it was made from`() throws {
        let event = CaseEvent.sightingReported(try Reports.girlAtTheBar(), try Reports.reference())
        let recorded = RecordedEvent(
            position: 7, caseID: try ReportID(reading: "00112233445566778899aabbccddeeff"), version: 1,
            event: NewEvent(event, declaredAt: Instant(millisecondsSinceEpoch: 4)),
            stamp: Stamp(actor: .street, instant: Instant(millisecondsSinceEpoch: 5)))
        #expect(try JournalEntry(recorded).recorded() == recorded)
    }

    @Test(arguments: ["", "{", #"{"reference":"2222-2222"}"#])
    func `an entry that nobody wrote is damage`(payload: String) {
        let entry = JournalEntry(
            at: 1, of: "00112233445566778899aabbccddeeff", version: 1,
            event: StoredEvent(name: "sighting-reported", version: 1, payload: payload), actor: "street",
            recordedAtMilliseconds: 0)
        #expect(throws: JournalFault.damaged) { try entry.recorded() }
    }

    @Test func `a source that is not random is noticed`() {
        struct Stuck: RandomSource {
            func bytes(_ count: Int) -> [UInt8] { Array(repeating: 7, count: count) }
        }
        struct Dry: RandomSource {
            func bytes(_ count: Int) -> [UInt8] { [] }
        }
        let fault = JournalFault.other(code: "no-free-reference")
        #expect(throws: fault) { try ReferenceDraw(from: Stuck()).reference { _ in true } }
        #expect(throws: fault) { try ReferenceDraw(from: Dry()).reference { _ in false } }
    }

    private func hexadecimal(_ text: String) -> String {
        text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
