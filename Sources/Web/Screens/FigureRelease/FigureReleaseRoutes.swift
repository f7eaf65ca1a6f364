import Access
import CaseRegister
import HTTPTypes
import Hummingbird
import ReferralDomain
import Reports

/// Where figures are proposed by one person and published by another.
struct FigureReleaseRoutes: Sendable {
    /// What may be done here.
    enum Act: String, CaseIterable {
        case propose = "proponer"
        case approve = "aprobar"
        case discard = "retirar"

        var action: KeeperAction {
            switch self {
            case .propose: .figuresProposed
            case .approve: .figuresApproved
            case .discard: .figuresDiscarded
            }
        }
    }

    static let idField = "id"

    let room: StaffRoom
    let figures: FigurePorts

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.figureRelease.path, use: show)
        router.post(PagePattern.figureRelease.path, use: act)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .figureRelease)
        return try await page(visitor, request, nil)
    }

    @Sendable func act(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .figureRelease)
        let form = try await room.gate.form(request, of: visitor)
        guard let act = form[ActForm.actField].flatMap(Act.init),
            let id = form[Self.idField].flatMap({ try? RecordID<FigureRelease>(reading: $0) })
        else { throw WebFault.unreadable }
        let period = form[FigureQuestion.periodField].flatMap(FigurePeriod.init(reading:))
        // Every act here leaves a leaf before it is done, refused ones as well.
        try await room.ports.keeping?.audit.commit(
            act.action.entry(
                on: [id.text] + (period.map { [$0.text] } ?? []), by: visitor, at: room.clock()))
        if let problem = await carryOut(act, id, period, visitor) {
            return try await page(visitor, request, problem)
        }
        return room.seeOther(.plain(.figureRelease))
    }

    private func carryOut(
        _ act: Act, _ id: RecordID<FigureRelease>, _ period: FigurePeriod?, _ visitor: Visitor
    ) async -> FigureReleaseModel.Problem? {
        do throws(ReleaseRefusal) {
            switch act {
            case .propose:
                guard let period else { return .periodMissing }
                try await figures.desk.propose(id, of: period, by: visitor)
            case .approve: try await figures.desk.approve(id, by: visitor)
            case .discard: try await figures.desk.discard(id, by: visitor)
            }
        } catch { return .refused(error) }
        return nil
    }

    private func page(
        _ visitor: Visitor, _ request: Request, _ problem: FigureReleaseModel.Problem?
    ) async throws -> Response {
        let model: FigureReleaseModel
        do {
            let year = LimaTime(room.clock()).date.year
            model = FigureReleaseModel(
                releases: try await figures.desk.book.releases(), open: try await figures.desk.openPeriods(),
                budgets: [
                    .init(year: year, budget: try await figures.desk.book.spent(in: year)),
                    .init(year: year - 1, budget: try await figures.desk.book.spent(in: year - 1)),
                ], problem: problem)
        } catch { throw WebFault.broken }
        let view = FigureReleaseView(
            model: model, head: room.head(visitor, on: .figureRelease),
            names: FigureNames(room.site.catalog), now: room.clock(), next: room.drawnID())
        return view.document.response(problem == nil ? .ok : .unprocessableContent, room.site, request)
    }
}
