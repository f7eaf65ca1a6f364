import CaseRegister
import ReferralDomain

/// The inbox as it is shown: what waits for an answer first, then by clock; own duties beneath.
struct InboxModel: Equatable, Sendable {
    let head: StaffHead
    /// What the unit is called.
    let unit: String
    let rows: [Row]
    let duties: [Duty]
    let now: Instant

    /// One referral.
    struct Row: Equatable, Sendable {
        let page: Page
        let code: String
        let step: String
        let state: ReferralState
        let clock: ClockFace

        /// Whether somebody must still say who has it.
        var waits: Bool { [.called, .sent, .delivered].contains(state) }
    }

    /// One thing that the unit owes, besides answering.
    struct Duty: Equatable, Sendable {
        let page: Page
        let code: String
        let obligation: Obligation
        let clock: ClockFace
    }

    init(head: StaffHead, unit: String, rows: [InboxRow], duties: [ObligationRow], now: Instant) {
        self.head = head
        self.unit = unit
        self.now = now
        let shown = rows.map { row in
            Row(
                page: .inboxReferral(row.caseID, row.referral), code: row.reference.text, step: row.step,
                state: row.state, clock: ClockFace(start: row.sentAt, due: row.due, now: now))
        }
        self.rows = shown.sorted { Self.rank($0) < Self.rank($1) }
        self.duties = duties.filter { !Self.isAnswer($0.obligation.kind) }
            .map { duty in
                Duty(
                    page: Self.page(of: duty, rows), code: duty.reference.text, obligation: duty.obligation,
                    clock: ClockFace(duty.obligation, now: now))
            }
    }

    /// Where a duty is met: with the referral, or where the inbox has no form for it with the person.
    private static func page(of duty: ObligationRow, _ rows: [InboxRow]) -> Page {
        let own = rows.filter { $0.caseID == duty.caseID }
        if let person = duty.obligation.person, let part = PersonPart(duty.obligation.kind),
            own.contains(where: { $0.state != .recalled })
        {
            return .casePersonPart(duty.caseID, person, part)
        }
        let referral = duty.obligation.referral ?? own.first?.referral
        return referral.map { .inboxReferral(duty.caseID, $0) } ?? .caseFile(duty.caseID)
    }

    /// How many rows are late.
    var late: Int { rows.count { $0.state.isOpen && $0.clock.state == .late } + lateDuties }
    /// How many things are open.
    var open: Int { rows.count { $0.state.isOpen } + duties.count }

    private var lateDuties: Int { duties.count { $0.clock.state == .late } }

    /// What is answered in the list of referrals is not told twice.
    private static func isAnswer(_ kind: Obligation.Kind) -> Bool {
        switch kind {
        case .acknowledge, .accept, .serve, .review: true
        case .claim, .custody, .duty, .monitor, .rights, .stop, .goal, .glass, .reroute: false
        }
    }

    private static func rank(_ row: Row) -> (Int, Int64, String) {
        let group = !row.state.isOpen ? 2 : row.waits ? 0 : 1
        return (group, row.clock.due?.millisecondsSinceEpoch ?? .max, row.code)
    }
}
