import Access
import CaseRegister
import Catalog
import HTTPTypes
import Hummingbird
import ReferralDomain

/// The reviews of emergency accesses, for the privacy officer.
struct ReviewsRoutes: Sendable {
    static let caseField = "caso"
    static let actorField = "cuenta"
    static let verdictField = "fallo"
    static let review = "revisar"
    /// How many accesses a page shows; more than that in a day is a crisis of its own.
    static let most = 200

    let room: StaffRoom

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.reviews.path, use: show)
        router.post(PagePattern.reviews.path, use: act)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .reviews)
        return try await page(visitor, request, failure: nil)
    }

    @Sendable func act(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .reviews)
        let form = try await room.gate.form(request, of: visitor)
        guard let id = form[Self.caseField].flatMap({ try? CaseID(reading: $0) }),
            let actor = form[Self.actorField].flatMap({ try? ActorID(reading: $0) }),
            form[ActForm.actField] == Self.review
        else { throw WebFault.unreadable }
        let verdict = form[Self.verdictField] ?? ""
        guard room.site.catalog.content.label(of: verdict, in: "glass-verdicts") != nil else {
            return try await page(
                visitor, request, failure: .refused(.notAWord(field: Self.verdictField)))
        }
        do {
            _ = try await room.ports.desk.perform(
                .reviewGlass(by: actor, verdict: verdict), on: id,
                seen: form[ActForm.seenField].flatMap(Int.init), by: visitor.acting)
        } catch {
            return try await page(visitor, request, failure: error)
        }
        return room.seeOther(.plain(.reviews))
    }

    private func page(
        _ visitor: Visitor, _ request: Request, failure: DeskFailure?
    ) async throws -> Response {
        let (site, now) = (room.site, room.clock())
        let names = CatalogNames(site.catalog)
        let model = ReviewsModel(try await waiting(at: now), at: now, names: names)
        let head = await room.heedfulHead(visitor, on: .reviews)
        let view = ReviewsView(model: model, head: head, names: names, failure: failure)
        let status = failure.map { OutcomeNote(failure: $0, names: names).status } ?? .ok
        return view.document.response(status, site, request)
    }

    /// The cases with an access that waits. Only their accesses are shown; nothing else of them is read.
    private func waiting(at now: Instant) async throws -> [(id: CaseID, state: CaseState)] {
        var question = BoardQuestion(now: now, onlyLate: false, most: Self.most)
        question.onlyGlass = true
        var seen: Set<CaseID> = []
        var cases: [(id: CaseID, state: CaseState)] = []
        for row in try await room.ports.lists.board(question)
        where row.obligation.kind == .glass && seen.insert(row.caseID).inserted {
            cases.append((row.caseID, CaseState(after: try await room.ports.journal.history(of: row.caseID))))
        }
        return cases
    }
}
