public import ReferralDomain

/// Which catalogue this is.
public struct Edition: Equatable, Sendable {
    /// Year, month and number, such as `2026.11.1`.
    public let version: String
    public let title: String
    public let publishedOn: PlainDate
    public let note: String
}
