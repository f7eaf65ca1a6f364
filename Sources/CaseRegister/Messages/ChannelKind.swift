public import ReferralDomain

/// A way out of the house.
public enum ChannelKind: String, CaseIterable, Sendable {
    case email, sms, webhook

    /// The channel as a hop of a referral names it: a system that talks to a system is one.
    public var channel: Channel {
        switch self {
        case .email: .email
        case .sms: .sms
        case .webhook: .inSystem
        }
    }
}
