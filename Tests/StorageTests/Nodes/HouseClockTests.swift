import ReferralDomain
import Testing

@testable import Composition

/// Nodes whose machines differ live by one time.
struct HouseClockTests {
    @Test func `the clock of the database is followed, and the fuzz of an answer is not`() {
        let clock = HouseClock()
        let hour: Int64 = 3_600_000
        clock.follow(ahead: -hour)
        #expect(clock.ahead == -hour)
        clock.follow(ahead: -hour + 49)
        #expect(clock.ahead == -hour)
        clock.follow(ahead: -hour + 50)
        #expect(clock.ahead == -hour + 50)
        let machine = SystemClock.now().millisecondsSinceEpoch
        let house = clock.now().millisecondsSinceEpoch
        #expect(house < machine)
        #expect(house >= machine - hour + 50)
    }
}
