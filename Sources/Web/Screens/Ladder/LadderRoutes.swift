import Access
import CaseRegister
import HTML
import HTTPTypes
import Hummingbird

/// The ladder in force, and the change of our own times by two people.
struct LadderRoutes: Sendable {
    /// What may be done with the times of one kind of debt.
    enum Act: String, CaseIterable {
        case change = "cambiar"
        /// Back to the times of the catalogue.
        case reset = "volver"
        case approve = "aprobar"

        var action: KeeperAction { self == .approve ? .ladderApprove : .ladderChange }
    }

    let room: StaffRoom

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.ladder.path, use: show)
        router.post(PagePattern.ladder.path, use: act)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .ladder)
        let model = LadderModel(room.site.catalog, try await changes())
        if let asked = request.uri.queryParameters[LadderField.kind[...]] {
            return try page(try row(String(asked), model), model, visitor, request, nil)
        }
        return LadderView(
            model: model, head: room.head(visitor, on: .ladder), texts: room.site.texts,
            mayChange: ladder != nil
        ).document.response(.ok, room.site, request)
    }

    @Sendable func act(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .ladder)
        let form = try await room.gate.form(request, of: visitor)
        let model = LadderModel(room.site.catalog, try await changes())
        let row = try row(form[LadderField.kind] ?? "", model)
        guard let ladder, let act = form[ActForm.actField].flatMap(Act.init),
            let id = form[LadderField.id].flatMap({ try? RecordID<LadderChange>(reading: $0) })
        else { throw WebFault.unreadable }
        try await note(act, row, form, visitor)
        let problem =
            switch act {
            case .change, .reset: try await propose(act, id, row, form, visitor)
            case .approve: await approve(id, visitor, LadderDesk(book: ladder.book, clock: room.clock))
            }
        if let problem {
            let fresh = LadderModel(room.site.catalog, try await changes())
            let stands = try self.row(row.kind.rawValue, fresh)
            return try page(stands, fresh, visitor, request, LadderAttempt(problem, form))
        }
        try await ladder.follow()
        return Response(
            status: .seeOther,
            headers: [.location: Self.address(row.kind).text, .cacheControl: "no-store"])
    }

    /// The page of one kind of debt.
    static func address(_ kind: Obligation.Kind) -> Address {
        .page(["gestion", "escalera"], query: [LadderField.kind: kind.rawValue])
    }

    /// Every act here leaves a leaf before it is done, refused ones as well.
    private func note(
        _ act: Act, _ row: LadderModel.Row, _ form: FormFields, _ visitor: Visitor
    ) async throws {
        let reason = form[LadderField.reason].flatMap(LadderChange.Reason.init)?.rawValue
        try await room.ports.keeping?.audit.commit(
            act.action.entry(on: [row.kind.rawValue], because: reason, by: visitor, at: room.clock()))
    }

    private func propose(
        _ act: Act, _ id: RecordID<LadderChange>, _ row: LadderModel.Row, _ form: FormFields,
        _ visitor: Visitor
    ) async throws -> LadderAttempt.Problem? {
        guard let ladder else { throw WebFault.notFound }
        let desk = LadderDesk(book: ladder.book, clock: room.clock)
        guard let reason = form[LadderField.reason].flatMap(LadderChange.Reason.init) else {
            return .reasonMissing
        }
        guard let seen = form[ActForm.seenField].flatMap(Int.init), (0..<Self.mostVersions).contains(seen)
        else { throw WebFault.unreadable }
        var times: LadderChange.Times?
        if act == .change {
            times = Self.times(row, form)
            if times == nil { return .timesWrong }
        }
        do {
            try await desk.propose(id, at: (row.kind, seen), to: times, because: reason, by: visitor)
        } catch { return .refused(error) }
        return nil
    }

    private func approve(
        _ id: RecordID<LadderChange>, _ visitor: Visitor, _ desk: LadderDesk
    ) async -> LadderAttempt.Problem? {
        do { try await desk.approve(id, by: visitor) } catch { return .refused(error) }
        return nil
    }

    /// What was typed; where a rule of time gives the term there is no goal to type.
    private static func times(_ row: LadderModel.Row, _ form: FormFields) -> LadderChange.Times? {
        let rungs = Rung.allCases.compactMap { TypedLength.milliseconds(form[LadderField.rung($0)] ?? "") }
        guard row.published.goal != nil else { return LadderChange.Times(goal: nil, rungs: rungs) }
        guard let goal = TypedLength.milliseconds(form[LadderField.goal] ?? "") else { return nil }
        return LadderChange.Times(goal: goal, rungs: rungs)
    }

    private func page(
        _ row: LadderModel.Row, _ model: LadderModel, _ visitor: Visitor, _ request: Request,
        _ attempt: LadderAttempt?
    ) throws -> Response {
        guard ladder != nil else { throw WebFault.notFound }
        let view = LadderCareView(
            row: row, rungs: model.rungs, head: room.head(visitor, on: .ladder), texts: room.site.texts,
            now: room.clock(), viewer: visitor.acting.account, next: room.drawnID(), attempt: attempt)
        return view.document.response(attempt == nil ? .ok : .unprocessableContent, room.site, request)
    }

    private func row(_ kind: String, _ model: LadderModel) throws -> LadderModel.Row {
        guard let row = model.rows.first(where: { $0.kind.rawValue == kind }) else { throw WebFault.notFound }
        return row
    }

    private var ladder: LadderPorts? { room.ports.keeping?.ladder }

    private func changes() async throws -> [LadderChange] {
        guard let ladder else { return [] }
        do { return try await ladder.book.changes() } catch { throw WebFault.broken }
    }

    private static let mostVersions = 1_000_000
}
