public import ReferralDomain

/// One law, article, manual section, directory or standard on which the protocol rests.
public struct Source: CatalogItem {
    public let id: Identifier<Source>
    public let place: Place
    public let title: String
    /// How a jurist would cite it.
    public let cite: String
    /// What it says for us, in plain words.
    public let says: String
    public let kind: Kind
    public let status: Status
    /// The day on which it was read.
    public let checkedOn: PlainDate?
    /// Old numbers and other names.
    public let aliases: [String]
    public let note: String?

    public enum Kind: String, CaseIterable, Sendable {
        case manual, law, regulation, code, `protocol`, resolution, directory, standard, practice
    }

    /// Whether a person has read the text that is cited.
    public enum Status: String, CaseIterable, Sendable {
        case verified
        case toConfirm = "to-confirm"
    }
}
