/// One thing that can be known of a situation, and the question that finds it out.
public struct Fact: CatalogItem {
    public let id: Identifier<Fact>
    public let place: Place
    /// The closed list of values, at most eight.
    public let values: [Value]
    public let asked: Asked
    public let question: String
    public let hint: String?
    /// Questions asked together as one multiple choice.
    public let group: String?
    public let note: String?

    public struct Value: Equatable, Sendable {
        public let id: String
        public let label: String
    }

    /// When a person may be asked.
    public enum Asked: String, CaseIterable, Sendable {
        case street, offered, known, later, seen, derived
        case afterCall = "after-call"
    }

    public func position(ofValue value: String) -> Int? { values.firstIndex { $0.id == value } }
}
