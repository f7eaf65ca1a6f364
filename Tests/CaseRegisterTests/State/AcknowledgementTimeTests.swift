import CaseRegister
import ReferralDomain
import Testing

/// Protects: the board says how fast a body answers, and never how fast one person did.
struct AcknowledgementTimeTests {
    @Test func `below five nothing is said, and one that waited a week does not move the middle`() {
        for count in 0..<AcknowledgementTime.fewest {
            #expect(AcknowledgementTime.middle(of: Array(repeating: 60_000, count: count)) == nil)
        }
        #expect(AcknowledgementTime.middle(of: [5, 1, 604_800_000, 3, 2]) == 3)
        #expect(AcknowledgementTime.middle(of: [4, 1, 8, 2, 6, 604_800_000]) == 5)
    }

    @Test func `whatever the order, half wait no longer and half no less`() throws {
        var random = SeededRandom(7)
        for _ in 0..<200 {
            let waits = (0..<(5 + random.below(40))).map { _ in Int64(random.below(900)) }
            let middle = try #require(AcknowledgementTime.middle(of: waits))
            #expect(waits.count { $0 <= middle } * 2 >= waits.count, "\(waits)")
            #expect(waits.count { $0 >= middle } * 2 >= waits.count, "\(waits)")
            #expect(AcknowledgementTime.middle(of: waits.reversed()) == middle)
        }
    }
}
