public import ReferralDomain

/// How much a place still weighs: a sighting counts 1,000 and half of it after every thirty days.
///
/// Whole numbers, so that every program comes to the same sum; after 300 days nothing is left.
public enum PlaceWeight {
    /// The moment after which a sighting must lie to weigh anything.
    public static func oldest(at now: Instant) -> Instant { now.adding(milliseconds: -halvings * halfLife) }

    /// What one sighting weighs now; nothing where it lies ahead of the clock.
    public static func weight(of seen: Instant, at now: Instant) -> Int {
        let age = now.millisecondsSinceEpoch - seen.millisecondsSinceEpoch
        return age < 0 ? 0 : full >> Int(age / halfLife)
    }

    /// The districts of these sightings, the heaviest first; those that weigh nothing are left out.
    public static func rows(of places: [CaseRows.Place], at now: Instant) -> [PlaceRow] {
        let weighing = places.filter { weight(of: $0.at, at: now) > 0 }
        return Dictionary(grouping: weighing, by: \.district).map { district, seen in
            PlaceRow(
                district: district,
                seen: seen.map(\.at).sorted(by: >).map {
                    PlaceRow.Sighting(at: $0, weight: weight(of: $0, at: now))
                })
        }.sorted { ($1.weight, $0.district) < ($0.weight, $1.district) }
    }

    /// What a sighting of today weighs.
    public static let full = 1_000
    /// How often 1,000 can be halved before nothing is left.
    private static let halvings: Int64 = 10
    private static let halfLife: Int64 = 30 * 86_400_000
}
