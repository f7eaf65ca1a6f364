import Access
import CaseRegister
import ReferralDomain
import Testing

/// Trust follows the calls and nothing else.
struct ContactTrustTests {
    private static let acting = Acting(
        account: try! ActorID(reading: "AD-01"), unit: try! UnitID(reading: "central-150135"),
        institution: "serenazgo", role: .administrator)

    private static func call(_ number: Int, _ outcome: ContactCall.Outcome, at: Int64) throws -> ContactCall {
        let digits = String(number + 1, radix: 16)
        let id = try RecordID<ContactCall>(
            reading: String(repeating: "0", count: 32 - digits.count) + digits)
        return ContactCall(
            id, to: "police-105", outcome, at: Instant(millisecondsSinceEpoch: at), by: acting)
    }

    @Test func `in 1000 generated histories an answer never lowers trust and a failure never raises it`()
        throws
    {
        for seed in 1...1_000 {
            var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
            func below(_ bound: Int) -> Int {
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                return Int(state % UInt64(bound))
            }
            let outcomes = ContactCall.Outcome.allCases
            let calls = try (0..<below(8)).map { number in
                try Self.call(number, outcomes[below(4)], at: Int64(number) * 1_000)
            }
            let trust = ContactTrust(calls: calls)
            #expect(ContactTrust(calls: calls.reversed()) == trust, "seed \(seed)")
            let answered = ContactTrust(calls: calls + [try Self.call(99, .answered, at: 99_000)])
            #expect(answered.level == .confirmed, "seed \(seed)")
            #expect(answered.owedSince == nil, "seed \(seed)")
            for outcome in outcomes where outcome != .answered {
                let failed = ContactTrust(calls: calls + [try Self.call(99, outcome, at: 99_000)])
                #expect(failed.level <= max(trust.level, .doubted), "seed \(seed)")
                #expect(failed.level < .untried, "seed \(seed)")
                #expect(failed.owedSince != nil, "seed \(seed)")
                if outcome.condemns { #expect(failed.level == .failing, "seed \(seed)") }
            }
        }
    }

    @Test func `three silences in a row make a number fail, and one answer heals it`() throws {
        var calls: [ContactCall] = []
        let levels: [ContactTrust.Level] = [.doubted, .doubted, .failing]
        for (number, level) in levels.enumerated() {
            calls.append(try Self.call(number, .noAnswer, at: Int64(number)))
            #expect(ContactTrust(calls: calls).level == level)
        }
        #expect(ContactTrust(calls: calls).owedSince == Instant(millisecondsSinceEpoch: 0))
        calls.append(try Self.call(3, .answered, at: 3))
        #expect(ContactTrust(calls: calls).level == .confirmed)
    }

    @Test func `a changed number begins anew and owes its first call`() throws {
        let old = [try Self.call(0, .outOfService, at: 10), try Self.call(1, .answered, at: 20)]
        let changed = Instant(millisecondsSinceEpoch: 30)
        let trust = ContactTrust(calls: old, changedAt: changed)
        #expect(trust.level == .untried)
        #expect(trust.owedSince == changed)
        #expect(trust.answeredAt == nil)
        let called = ContactTrust(calls: old + [try Self.call(2, .answered, at: 40)], changedAt: changed)
        #expect(called.level == .confirmed)
        #expect(called.owedSince == nil)
    }

    @Test func `contacts with one number share their trust, until one of them has another number`() throws {
        let calls = try (1...3).map { try Self.call($0, .noAnswer, at: Int64($0) * 1_000) }
        let published = ["police-105": "105", "police-night": "105", "hospital": "013334444"]
        let notes = DirectoryNotes(calls: calls, changes: []).sharing(published)
        #expect(notes["police-105"].trust.level == .failing)
        #expect(notes["police-night"].trust.level == .failing)
        #expect(notes["police-night"].calls.isEmpty, "whose calls they were stays so")
        #expect(notes["hospital"].trust.level == .untried)
        let change = NumberChange(
            try RecordID<NumberChange>(reading: String(repeating: "c", count: 32)), of: "police-night",
            version: 1, to: .init("013335555"), because: .officialPage,
            made: Stamp(actor: Self.acting.account, instant: Instant(millisecondsSinceEpoch: 500)))
        let moved = DirectoryNotes(calls: calls, changes: [change]).sharing(published)
        #expect(moved["police-night"].trust.level == .untried)
        #expect(moved["police-105"].trust.level == .failing)
    }
}
