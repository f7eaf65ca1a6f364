import Catalog
import ReferralDomain
import Testing

@testable import Web

struct ClockFaceTests {
    private static let start = Instant(millisecondsSinceEpoch: 0)
    private static let minute: Int64 = 60_000

    private static let states: [(Int64, StateMark.Kind)] = [
        (0, .ok), (74, .ok), (75, .soon), (100, .soon), (101, .late), (5_000, .late),
    ]
    private static let lengths: [(Int64, String)] = [
        (288_000, "4:48"), (-185_000, "+3:05"), (3_599_999, "59:59"), (3_600_000, "1 h 0 min"),
        (25_920_000, "7 h 12 min"), (172_800_000, "2 d"), (300_000_000, "3 d"), (0, "0:00"),
    ]

    @Test(arguments: states)
    func `the last quarter of a term is soon, and after its end it is late`(
        minutes: Int64, state: StateMark.Kind
    ) {
        let face = ClockFace(
            start: Self.start, due: Self.start.adding(milliseconds: 100 * Self.minute),
            now: Self.start.adding(milliseconds: minutes * Self.minute))
        #expect(face.state == state)
        #expect((0...100).contains(face.usedPercent))
    }

    @Test func `without an end nothing is late, and a pause stands still`() {
        let late = Self.start.adding(milliseconds: 1 << 50)
        #expect(ClockFace(start: Self.start, due: nil, now: late).state == .open)
        #expect(ClockFace(start: Self.start, due: Self.start, isPaused: true, now: late).state == .paused)
    }

    @Test(arguments: lengths)
    func `a length of time is said in the way of the house`(left: Int64, said: String) throws {
        #expect(ClockText.text(left, try Town.catalog().content.texts) == said)
    }

    @Test func `clocks of any size neither stop nor lie`() {
        var generator = SystemRandomNumberGenerator()
        let seed = UInt64.random(in: 0...UInt64.max, using: &generator)
        var state = seed
        func next() -> Int64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64(bitPattern: state) >> 16
        }
        for _ in 0..<10_000 {
            let face = ClockFace(
                start: Instant(millisecondsSinceEpoch: next()),
                due: Instant(millisecondsSinceEpoch: next()), now: Instant(millisecondsSinceEpoch: next()))
            #expect((0...100).contains(face.usedPercent), "seed \(seed)")
            #expect((face.state == .late) == (face.left.map { $0 < 0 } ?? false), "seed \(seed)")
        }
    }
}
