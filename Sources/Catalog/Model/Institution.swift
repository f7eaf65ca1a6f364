/// One body of the route and its role.
public struct Institution: CatalogItem {
    public let id: Identifier<Institution>
    public let place: Place
    public let name: String
    /// The acronym by which it is known.
    public let short: String?
    public let aliases: [String]
    /// Its whole role, in plain words.
    public let role: String
    public let does: [String]
    /// When it is called.
    public let convene: String
    public let kind: Kind
    /// The section of the manual that names it: `1`, `2` or `glossary`.
    public let manual: String?
    /// The bodies through which it is reached; never empty for a shelter.
    public let reachedThrough: [Identifier<Institution>]
    public let sources: [Identifier<Source>]

    public enum Kind: String, CaseIterable, Sendable {
        case police, prosecutor, line, service, health, justice, municipal, ministry, shelter, labour,
            migration
        case identity, oversight, group
        case childProtection = "child-protection"
    }

    /// The acronym where there is one, else the name.
    public var shortName: String { short ?? name }
}
