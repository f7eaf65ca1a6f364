public import CaseRegister
public import ReferralDomain

/// That the keys of a person were destroyed, and when.
public struct Tombstone: Hashable, Sendable {
    public let person: PersonID
    public let instant: Instant

    public init(_ person: PersonID, at instant: Instant) {
        self.person = person
        self.instant = instant
    }

    /// The tombstones that a history tells of.
    public static func all(in history: some Sequence<RecordedEvent>) -> [Tombstone] {
        history.compactMap { recorded in
            guard case .person(let person, .shredded) = recorded.event else { return nil }
            return Tombstone(person, at: recorded.stamp.instant)
        }
    }
}
