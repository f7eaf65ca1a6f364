public import ReferralDomain
public import RouteEngine

/// The whole protocol as values: everything `Catalog/` says, checked and compiled.
public struct ProtocolCatalog: Sendable {
    public let edition: Edition
    /// Fingerprint of every file, 64 hexadecimal digits.
    public let hash: String
    public let content: CatalogContent
    public let rulebook: Rulebook
    public let calendar: OfficeCalendar
    /// The contacts of each institution, in their order; a route asks for them fifty times.
    let contactsOf: [Identifier<Institution>: [Contact]]
    /// What the same items say in other languages.
    var translations: [Language: CatalogContent] = [:]

    init(
        edition: Edition, hash: String, content: CatalogContent, rulebook: Rulebook, calendar: OfficeCalendar
    ) {
        self.edition = edition
        self.hash = hash
        self.content = content
        self.rulebook = rulebook
        self.calendar = calendar
        contactsOf = Dictionary(grouping: content.contacts, by: \.institution)
            .mapValues { $0.sorted { $0.order < $1.order } }
    }

    /// The same catalogue with its words in another language: the ids, the rules and the numbers are the same.
    public func speaking(_ language: Language) -> ProtocolCatalog {
        saying(translations[language] ?? content)
    }

    /// The same catalogue with other words or other numbers.
    func saying(_ content: CatalogContent) -> ProtocolCatalog {
        var other = ProtocolCatalog(
            edition: edition, hash: hash, content: content, rulebook: rulebook, calendar: calendar)
        other.translations = translations
        return other
    }
}
