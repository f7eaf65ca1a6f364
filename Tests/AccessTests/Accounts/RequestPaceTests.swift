import ReferralDomain
import Testing

@testable import Access

/// A session asks as fast as a person, and not as fast as a program that copies.
struct RequestPaceTests {
    @Test func `twenty at once are answered, then five a second`() async {
        let pace = RequestPace()
        for _ in 0..<RequestPace.burst { #expect(await pace.begin("one", at: Self.at(0)) == nil) }
        #expect(await pace.begin("one", at: Self.at(0)) == RequestPace.cost)
        #expect(await pace.begin("one", at: Self.at(150)) == 50)
        for second in 1...10 {
            let now = Self.at(Int64(1_000 * second))
            var answered = 0
            for _ in 0..<30 where await pace.begin("one", at: now) == nil { answered += 1 }
            #expect(answered == 5)
        }
    }

    @Test func `an act borrows twenty more, and pages wait until they are paid back`() async {
        let pace = RequestPace()
        for _ in 0..<50 { _ = await pace.begin("one", at: Self.at(0)) }
        for _ in 0..<RequestPace.burst {
            #expect(await pace.begin("one", at: Self.at(0), isAct: true) == nil)
        }
        #expect(await pace.begin("one", at: Self.at(0), isAct: true) == RequestPace.cost)
        #expect(await pace.begin("one", at: Self.at(4_000)) == RequestPace.cost)
        #expect(await pace.begin("one", at: Self.at(4_200)) == nil)
    }

    @Test func `one session does not slow another`() async {
        let pace = RequestPace()
        for _ in 0..<50 { _ = await pace.begin("one", at: Self.at(0)) }
        #expect(await pace.begin("two", at: Self.at(0)) == nil)
    }

    @Test func `after a pause all twenty are there again, and no more`() async {
        let pace = RequestPace()
        for _ in 0..<50 { _ = await pace.begin("one", at: Self.at(0)) }
        var answered = 0
        for _ in 0..<50 where await pace.begin("one", at: Self.at(3_600_000)) == nil { answered += 1 }
        #expect(answered == RequestPace.burst)
    }

    @Test func `a clock that goes back gives nothing`() async {
        let pace = RequestPace()
        for _ in 0..<RequestPace.burst { _ = await pace.begin("one", at: Self.at(10_000)) }
        #expect(await pace.begin("one", at: Self.at(0)) != nil)
    }

    private static func at(_ milliseconds: Int64) -> Instant {
        Instant(millisecondsSinceEpoch: milliseconds)
    }
}
