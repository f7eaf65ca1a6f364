/// A message that an event asks for. It goes to an office: there is no way to write a person into one.
///
/// The rules of safe contact of a person (`PersonVerb.message`) decide what people may do by hand; the house itself
/// sends a person nothing.
public struct Notice: Hashable, Sendable {
    public let kind: NoticeKind
    public let recipient: Recipient
    public let audience: NoticeAudience
    /// The referral that it is about, whose state then tells whether it arrived.
    public let referral: ReferralID?
    /// The obligation that is owed for as long as the message makes sense; nil where it always does.
    public let obligation: String?

    public enum Recipient: Hashable, Sendable {
        case unit(UnitID)
        /// The units of an institution, of one municipality where one is named.
        case institution(String, municipality: String?)
    }

    public init(
        _ kind: NoticeKind, to recipient: Recipient, audience: NoticeAudience = .office,
        referral: ReferralID? = nil, while obligation: String? = nil
    ) {
        self.kind = kind
        self.recipient = recipient
        self.audience = audience
        self.referral = referral
        self.obligation = obligation
    }
}
