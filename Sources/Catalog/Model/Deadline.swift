/// A rule of time: what the law says, and what we aim at. D-01 to D-31.
public struct Deadline: CatalogItem {
    public let id: Identifier<Deadline>
    public let place: Place
    public let duty: String
    public let who: String
    public let to: String
    /// The legal term in words.
    public let legal: String
    public let terms: [Term]
    public let basis: [Identifier<Source>]
    /// Our internal goal as an ISO 8601 duration; never shown as law.
    public let target: String?
    public let targetNote: String?
    public let status: Source.Status

    public struct Term: Equatable, Sendable {
        public let amount: Int
        public let unit: Unit
        public let when: String

        public enum Unit: String, CaseIterable, Sendable {
            case hours, days
            case workingDays = "working-days"
        }
    }
}
