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
    let receipts: [SignedReceipt]
    let notice: Notice
    let now: Instant
    private let relation: CaseRelation

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
        relation = visit.relation(rules, now)
        verbs = visit.verbs(rules, now)
        obligations = visit.obligations(rules)
        recordable = visit.recordable(rules, now)
    }

    var referral: Referral { visit.referral }

    /// Whether a part of the case exists for the unit: after a recall nothing of the person does.
    func shows(_ field: CaseField) -> Bool { CaseView.shows(field, to: relation) }

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
