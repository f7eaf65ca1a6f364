public import ReferralDomain

/// What proves that a duty was done: the number and the day of a document, never what it says.
public struct Evidence: Hashable, Sendable {
    /// As the institution's own register gave it, such as `OFICIO 000123-2026`. At most 64 characters.
    public let document: String
    /// The day of the document.
    public let day: PlainDate

    public init(document: String, day: PlainDate) {
        self.document = document
        self.day = day
    }
}
