import CaseRegister
import ReferralDomain

/// An outbox that never holds anything.
struct EmptyOutbox: MessageOutbox {
    func claim(_ claim: SenderClaim, at now: Instant, most: Int) -> [ClaimedMessage] { [] }
    func settle(_ claimed: ClaimedMessage, _ result: MessageResult, at now: Instant) -> Bool { false }
    func untold(most: Int) -> [DeliveryNews] { [] }
    func told(_ news: DeliveryNews) {}
    func messages(_ state: MessageState, most: Int) -> [OutboxMessage] { [] }
    func count() -> [MessageState: Int] { [:] }
    func retry(_ id: MessageID, at now: Instant) -> Bool { false }
    func forget(endedBefore instant: Instant) {}
    func unreached(among cases: [CaseID]) -> Set<CaseID> { [] }
}
