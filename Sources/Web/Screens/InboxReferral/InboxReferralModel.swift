import Access
import CaseRegister
import ReferralDomain
import Sealing

/// One referral as its receiver sees it: only what the duty needs.
struct InboxReferralModel: Sendable {
    let head: StaffHead
    let visit: InboxVisit
    let verbs: [ReferralWord]
    /// What the unit owes in this case, the nearest clock first.
    let obligations: [Obligation]
    let recordable: [RecordableDuty]
    /// Whether the unit may know who answers for the person; after a recall it may not.
    let showsCustody: Bool
    let receipts: [SignedReceipt]
    let notice: Notice
    let now: Instant

    /// What came of the last try.
    enum Notice: Sendable {
        case none
        case problems([String: InboxReferralText], InboxForm)
        case refused(DeskFailure, InboxForm)
        /// The answers, to be looked at once more before they are recorded.
        case check(DeclaredDuty, InboxForm)
    }

    init(
        _ visit: InboxVisit, head: StaffHead, rules: ProtocolRules, receipts: [SignedReceipt], notice: Notice,
        now: Instant
    ) {
        self.visit = visit
        self.head = head
        self.receipts = receipts
        self.notice = notice
        self.now = now
        verbs = visit.verbs(rules, now)
        obligations = visit.obligations(rules)
        recordable = visit.recordable(rules, now)
        let relation = CaseRelation(of: visit.visitor.acting, to: visit.state, at: now, under: rules)
        showsCustody = CaseView.shows(.custody, to: relation)
    }

    var referral: Referral { visit.referral }

    /// What was typed in the last try.
    var form: InboxForm? {
        switch notice {
        case .none: nil
        case .problems(_, let form), .refused(_, let form), .check(_, let form): form
        }
    }

    var problems: [String: InboxReferralText] {
        if case .problems(let problems, _) = notice { return problems }
        return [:]
    }

    /// The clock that runs on this referral now.
    var clock: ClockFace? {
        obligations.first { $0.referral == referral.id }.map { ClockFace($0, now: now) }
    }
}
