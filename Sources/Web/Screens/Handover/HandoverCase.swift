import CaseRegister
import ReferralDomain

/// One open case of somebody whose shift ends: what is owed next, and who answers for whom.
struct HandoverCase: Sendable {
    let id: CaseID
    let reference: String
    let version: Int
    let district: String?
    /// What must happen next; nil where nothing is owed.
    let next: Obligation?
    /// The persons who were noted, in their order.
    let people: [Person]
    let group: Group

    /// Who answers for one person now.
    struct Person: Equatable, Sendable {
        /// What the person is called on the pages of the case, from 1.
        let number: Int
        /// Nil where nobody answers.
        let holder: Holder?
        /// Whether it is an alarm that nobody answers.
        let isGap: Bool
    }

    /// How near the danger is; the nearest is handed over first.
    enum Group: Int, CaseIterable, Sendable {
        /// Nobody answers for a person.
        case gap
        /// Somebody answers for a person, and must go on doing so.
        case custody
        /// Something ends within two hours.
        case soon
        case rest
    }

    init(_ id: CaseID, _ state: CaseState, at now: Instant, under rules: ProtocolRules) {
        self.id = id
        reference = state.reference?.text ?? ""
        version = state.version
        district = state.standing?.district
        let owed = state.obligations(under: rules)
        let first = owed.min { Self.end($0) < Self.end($1) }
        let alarms = Set(owed.filter { $0.kind == .custody }.compactMap(\.person))
        let persons = state.people.enumerated().map { place, person in
            Person(
                number: place + 1, holder: person.custody.current?.holder,
                isGap: alarms.contains(person.id))
        }
        next = first
        people = persons
        group =
            if persons.contains(where: \.isGap) {
                .gap
            } else if persons.contains(where: { $0.holder != nil }) {
                .custody
            } else if let first, Self.end(first) <= now.adding(milliseconds: Self.soon) {
                .soon
            } else { .rest }
    }

    /// Whether a person hangs on the case now, so that nobody may leave it alone.
    var hasOpenCustody: Bool {
        switch group {
        case .gap, .custody: true
        case .soon, .rest: false
        }
    }

    private static func end(_ obligation: Obligation) -> Instant {
        obligation.end ?? Instant(millisecondsSinceEpoch: .max)
    }

    /// What ends within two hours is said apart, in milliseconds.
    private static let soon: Int64 = 2 * 3_600_000
}
