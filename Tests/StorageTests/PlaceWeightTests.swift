import CaseRegister
import ReferralDomain
import Testing

/// A place that was seen once is forgotten within a year.
struct PlaceWeightTests {
    private static let now = Instant(millisecondsSinceEpoch: 1_795_000_000_000)

    @Test(arguments: [
        (0, 1_000), (29, 1_000), (30, 500), (59, 500), (60, 250), (90, 125), (120, 62), (270, 1), (299, 1),
        (300, 0), (3_000, 0), (-1, 0),
    ])
    func `a sighting weighs half as much after every thirty days`(days: Int64, weight: Int) {
        #expect(PlaceWeight.weight(of: Self.ago(days), at: Self.now) == weight)
    }

    @Test func `a district sums what it was seen for, the heaviest first`() {
        let places = [("150101", 0), ("150101", 30), ("150135", 0), ("150135", 0), ("150142", 400)]
            .map { CaseRows.Place(district: $0.0, at: Self.ago(Int64($0.1))) }
        let rows = PlaceWeight.rows(of: places, at: Self.now)
        #expect(rows.map(\.district) == ["150135", "150101"])
        #expect(rows.map(\.weight) == [2_000, 1_500])
        #expect(rows.map(\.sightings) == [2, 2])
        #expect(rows[1].seen.map(\.weight) == [1_000, 500])
        #expect(rows[1].seen.map(\.at) == [Self.ago(0), Self.ago(30)], "the newest first")
    }

    private static func ago(_ days: Int64) -> Instant { now.adding(milliseconds: -days * 86_400_000) }
}
