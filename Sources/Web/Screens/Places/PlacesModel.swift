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
        let last: Instant
    }

    init(_ rows: [PlaceRow], at now: Instant, names: CatalogNames) {
        self.now = now
        let most = max(rows.map(\.weight).max() ?? 0, 1)
        self.rows = rows.sorted { ($1.weight, $0.district) < ($0.weight, $1.district) }.map { row in
            Row(
                district: names.district(row.district), sightings: row.sightings, weight: row.weight,
                percent: max(0, row.weight) * 100 / most, last: row.last)
        }
    }
}
