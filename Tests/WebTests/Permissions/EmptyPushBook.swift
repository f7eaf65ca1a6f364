import CaseRegister
import ReferralDomain

/// A book in which no account has a browser.
struct EmptyPushBook: PushBook {
    func count(of account: ActorID) -> Int { 0 }
    func add(_ subscription: PushSubscription, most: Int) {}
    func removeAll(of account: ActorID) {}
    func claim(_ claim: SenderClaim, at now: Instant, most: Int) -> [ClaimedWake] { [] }
    func settle(_ wake: ClaimedWake, _ result: ClaimedWake.Result) {}
}
