import Catalog

/// The names of the fields of the street form.
enum StreetField {
    static let report = "report"
    static let district = "district"
    static let people = "people"
    /// The page on which the form was filled, and the page that is asked for.
    static let from = "from"
    static let to = "to"
    /// When the page was shown on which the form was filled, in milliseconds since 1970.
    static let shown = "shown"
    static let factPrefix = "fact."
    static let signPrefix = "sign."
    /// The value of a sign that was seen.
    static let seen = "yes"

    static func fact(_ id: Identifier<Fact>) -> String { factPrefix + id.text }

    static func sign(_ id: Identifier<Indicator>) -> String { signPrefix + id.text }
}

/// The four pages of the street journey, all at one address.
enum StreetPage: String, CaseIterable, Sendable {
    case start, calls, seen, sent
}
