public import CaseRegister
public import ReferralDomain

/// A message as it leaves: words without content, and an address of an office.
public struct OutgoingMessage: Hashable, Sendable {
    /// The same for every try, so that a receiver knows the second one.
    public let id: MessageID
    public let kind: NoticeKind
    public let address: OfficeAddress
    public let subject: String
    public let text: String
    /// When this try begins.
    public let instant: Instant

    public init(
        _ id: MessageID, _ kind: NoticeKind, to address: OfficeAddress,
        words: (subject: String, text: String),
        at instant: Instant
    ) {
        self.id = id
        self.kind = kind
        self.address = address
        (subject, text) = words
        self.instant = instant
    }

    /// Whether nothing in it can end a header or a field.
    public var isPlain: Bool {
        (subject + text).unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }
}
