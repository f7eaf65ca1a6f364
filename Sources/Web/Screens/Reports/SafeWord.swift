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
        } else if state.referrals.contains(where: { $0.entered(.acknowledged) != nil }) {
            self = .inGoodHands
        } else if state.referrals.contains(where: { $0.entered(.sent) != nil }) {
            self = .onTheWay
        } else {
            self = .received
        }
    }

    /// The coded list of the catalogue that holds the words.
    static let list = "safe-words"
}
