import Access
import ReferralDomain

/// What the log says of the time of an incident: how often each act was done and on how many cases, without a name.
struct IncidentTrace: Equatable, Sendable {
    let lines: [Line]
    /// Whether there is more in the log than was read.
    let isCut: Bool

    struct Line: Equatable, Sendable {
        let action: String
        let count: Int
        /// How many different objects: cases, persons, fields.
        let objects: Int
    }

    init(_ leaves: [AuditLeaf], most: Int) {
        isCut = leaves.count >= most
        let byAction = Dictionary(grouping: leaves, by: \.entry.action)
        lines = byAction.keys.sorted().map { action in
            let found = byAction[action] ?? []
            return Line(
                action: action, count: found.count,
                objects: Set(found.compactMap(\.entry.objects.first)).count)
        }
    }
}
