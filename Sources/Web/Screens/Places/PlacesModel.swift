import CaseRegister
import ReferralDomain

/// Places where something was seen without a person, by district, the heaviest first. Never a person.
struct PlacesModel: Equatable, Sendable {
    let now: Instant
    let rows: [Row]

    struct Row: Equatable, Sendable {
        let district: String
        let sightings: Int
        let weight: Int
        /// The part of the heaviest, 0 to 100.
        let percent: Int
        /// When it was seen, the newest first, as far as the page shows it.
        let seen: [Moment]
        /// How many older times the page leaves out.
        let older: Int
    }

    /// One time, and what is left of it.
    struct Moment: Equatable, Sendable {
        let at: Instant
        let weight: Int
        /// The part of a sighting of today, 0 to 100.
        let percent: Int
    }

    /// How many times of one place the page shows.
    private static let most = 12

    init(_ rows: [PlaceRow], at now: Instant, names: CatalogNames) {
        self.now = now
        let most = max(rows.map(\.weight).max() ?? 0, 1)
        self.rows = rows.sorted { ($1.weight, $0.district) < ($0.weight, $1.district) }.map { row in
            Row(
                district: names.district(row.district), sightings: row.sightings, weight: row.weight,
                percent: max(0, row.weight) * 100 / most,
                seen: row.seen.prefix(Self.most).map {
                    Moment(at: $0.at, weight: $0.weight, percent: $0.weight * 100 / PlaceWeight.full)
                }, older: max(0, row.seen.count - Self.most))
        }
    }
}
