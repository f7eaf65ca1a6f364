import CaseRegister
import ReferralDomain

/// The one word that the reporter of a case may know. It says nothing of any person, place or institution.
enum SafeWord: String, CaseIterable, Sendable {
    case received
    case onTheWay = "on-the-way"
    case inGoodHands = "in-good-hands"
    case thanks

    /// The word of a case as it stands.
    init(of state: CaseState) {
        if state.closed != nil || state.mergedInto != nil {
            self = .thanks
        } else if state.referrals.contains(where: { Self.stands($0) == .inGoodHands }) {
            self = .inGoodHands
        } else if state.referrals.contains(where: { Self.stands($0) == .onTheWay }) {
            self = .onTheWay
        } else {
            self = .received
        }
    }

    /// What one referral says as it stands now, not as it once stood: who said no has nobody in its hands.
    private static func stands(_ referral: Referral) -> SafeWord {
        switch referral.heldFrom ?? referral.state {
        case .acknowledged, .accepted, .custodyReceived, .done: .inGoodHands
        case .called, .sent, .delivered: .onTheWay
        case .drafted, .onHold, .rejected, .recalled: .received
        }
    }

    /// The coded list of the catalogue that holds the words.
    static let list = "safe-words"
}
