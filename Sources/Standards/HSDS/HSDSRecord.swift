public import JSON

/// One object of the published directory, and what it can be found by.
public struct HSDSRecord: Hashable, Sendable {
    public let id: String
    /// With everything that belongs to it.
    public let full: JSON
    /// As it stands in a list: what there is one of.
    public let brief: JSON
    /// The organization that it belongs to; nil for what belongs to none.
    public let organization: String?
    /// The taxonomy terms under which it stands.
    let terms: [String]
    /// The words that a search looks at, folded.
    let words: String

    /// - Parameter found: the terms and the words under which it is found.
    init(
        _ id: String, full: JSON, brief: JSON, of organization: String?,
        found: (terms: [String], words: [String])
    ) {
        self.id = id
        self.full = full
        self.brief = brief
        self.organization = organization
        terms = found.terms
        words = FoldedText.of(found.words.joined(separator: "\n"))
    }
}
