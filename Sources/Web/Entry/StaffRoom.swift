import Access
import CaseRegister
import HTML
import HTTPTypes
import Hummingbird
import Logging
import ReferralDomain

/// What every page behind the entry has at hand.
struct StaffRoom: Sendable {
    let site: Site
    let ports: StaffPorts
    let clock: @Sendable () -> Instant
    let random: any RandomSource
    let logger: Logger

    var gate: Gate { Gate(door: ports.door, settings: site.settings, pace: ports.pace, clock: clock) }

    /// The head of a page for its visitor.
    func head(_ visitor: Visitor, on page: PagePattern) -> StaffHead {
        StaffHead(visitor, on: page, isPractice: site.settings.isPractice)
    }

    /// The head of a page that tells whoever reviews emergency accesses how many wait; a page never hangs on it.
    func heedfulHead(_ visitor: Visitor, on page: PagePattern) async -> StaffHead {
        var head = head(visitor, on: page)
        guard visitor.acting.role == .privacyOfficer else { return head }
        var question = BoardQuestion(now: clock(), onlyLate: false, most: ReviewsRoutes.most)
        question.onlyGlass = true
        let rows = (try? await ports.lists.board(question)) ?? []
        head.waitingReviews = rows.count { $0.obligation.kind == .glass }
        return head
    }

    /// A fresh id for a form, so that sending it twice is one act.
    func drawnID<Subject>(_: Subject.Type = Subject.self) -> RecordID<Subject> {
        RecordID(random: random.bytes(ReportID.digits / 2))
    }

    /// Sends somebody on after an act: the page that shows what it did.
    func seeOther(_ page: Page) -> Response {
        Response(
            status: .seeOther,
            headers: [.location: page.address.text, .cacheControl: "no-store"])
    }
}
