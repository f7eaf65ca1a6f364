/// How many people the guard sees; not knowing is an answer of its own.
public enum PeopleCount: String, CaseIterable, Sendable {
    case one
    case two
    case threeOrMore = "three-or-more"
    case unknown
}
