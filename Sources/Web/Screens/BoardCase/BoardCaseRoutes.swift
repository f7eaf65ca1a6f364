import Access
import CaseRegister
import Catalog
import HTTPTypes
import Hummingbird
import JSON
import NIOCore
import ReferralDomain

/// The clocks of one case: its page, its acts, and the file about what nobody answered.
struct BoardCaseRoutes: Sendable {
    static let obligationField = "deber"
    static let rungField = "peldano"
    static let reasonField = "motivo"
    static let dayField = "hasta"
    static let documentField = "documento"
    static let documentDayField = "dia-documento"

    /// What may be done about a clock.
    enum Act: String {
        case climb = "elevar"
        case word = "respondio"
        case pause = "pausar"
        case resume = "reanudar"
        /// A visit of the ninth duty.
        case visit = "seguimiento"
    }

    /// Asks for the file of who did not answer; it is no act on the case.
    static let dossier = "expediente"
    /// The same file on paper.
    static let dossierPaper = "expediente-papel"

    let room: StaffRoom

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.boardCase.path, use: show)
        router.post(PagePattern.boardCase.path, use: act)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .boardCase)
        let (id, state) = try await opened(context, visitor)
        return await page(state, id, visitor, request, attempt: nil)
    }

    @Sendable func act(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .boardCase)
        let form = try await room.gate.form(request, of: visitor)
        let (id, state) = try await opened(context, visitor)
        if form[ActForm.actField] == Self.dossier { return try await dossier(of: id, state, visitor) }
        if form[ActForm.actField] == Self.dossierPaper {
            let file = try await sealed(id, visitor)
            let paper = DossierPaper(
                id: id, file: file, account: visitor.acting.account.text, formToken: visitor.formToken,
                now: room.clock(), names: CatalogNames(room.site.catalog))
            return await PaperDesk(site: room.site).response(
                paper.paper, asFile: Paper.isFileWanted(form), request)
        }
        let asked: CaseAct
        switch reading(form, state) {
        case .act(let act): asked = act
        case .wrong(let attempt): return await page(state, id, visitor, request, attempt: attempt)
        case .unreadable: throw WebFault.unreadable
        }
        do {
            _ = try await room.ports.desk.perform(
                asked, on: id, seen: form[ActForm.seenField].flatMap(Int.init), by: visitor.acting)
        } catch {
            guard let stands = try? await room.ports.desk.open(id, as: visitor.acting) else {
                throw WebFault.notFound
            }
            return await page(stands, id, visitor, request, attempt: attempt(form, error))
        }
        return room.seeOther(.boardCase(id))
    }

    /// The signed file; who took it stands in the log before it leaves.
    private func dossier(of id: CaseID, _ state: CaseState, _ visitor: Visitor) async throws -> Response {
        guard let reference = state.reference else { throw WebFault.notFound }
        let file = try await sealed(id, visitor)
        let start = DrillBand.fileStart(room.site.settings)
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/json; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition:
                    "attachment; filename=\"\(start)ruta-expediente-\(reference.text).json\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes(.pretty))))
    }

    /// The file, sealed and signed; who took it stands in the log first.
    private func sealed(_ id: CaseID, _ visitor: Visitor) async throws -> JSON {
        guard let keeping = room.ports.keeping, let maker = keeping.dossiers else { throw WebFault.notFound }
        let now = room.clock()
        let file: JSON?
        do {
            let history = try await room.ports.journal.history(of: id)
            file = try maker.file(of: history, under: room.ports.rules(), at: now)
            try await keeping.audit.commit(
                KeeperAction.dossierExported.entry(on: [id.text], by: visitor, at: now))
        } catch { throw WebFault.broken }
        guard let file else { throw WebFault.notFound }
        return file
    }

    private func opened(
        _ context: BasicRequestContext, _ visitor: Visitor
    ) async throws -> (CaseID, CaseState) {
        guard let text = context.parameters.get("case"), let id = try? CaseID(reading: text) else {
            throw WebFault.notFound
        }
        do {
            return (id, try await room.ports.desk.open(id, as: visitor.acting))
        } catch {
            if case .fault = error { throw WebFault.broken }
            throw WebFault.notFound
        }
    }

    private func page(
        _ state: CaseState, _ id: CaseID, _ visitor: Visitor, _ request: Request,
        attempt: BoardCaseAttempt?
    ) async -> Response {
        let names = CatalogNames(room.site.catalog)
        let rules = room.ports.rules()
        var model = BoardCaseModel(state, id: id, rules: rules, at: room.clock(), names: names)
        if state.isImplicated(rules.centre, under: rules), let units = try? await room.ports.units.units() {
            model.reserved = ReservedCase(state, units: units, under: rules)
        }
        let view = BoardCaseView(
            model: model, head: room.head(visitor, on: .board), names: names, attempt: attempt,
            hasDossier: room.ports.keeping?.dossiers != nil, viewer: visitor.acting.institution)
        let status = attempt.map { OutcomeNote(failure: $0.failure, names: names).status } ?? .ok
        return view.document.response(status, room.site, request)
    }

    /// What a form asks for.
    private enum Reading {
        case act(CaseAct)
        case wrong(BoardCaseAttempt)
        case unreadable
    }

    private func reading(_ form: FormFields, _ state: CaseState) -> Reading {
        guard let act = form[ActForm.actField].flatMap(Act.init), let obligation = form[Self.obligationField],
            (1...Self.longestID).contains(obligation.utf8.count)
        else { return .unreadable }
        switch act {
        case .climb:
            guard let rung = form[Self.rungField].flatMap(Int.init).flatMap(Rung.init) else {
                return .unreadable
            }
            return .act(.climb(obligation: obligation, rung))
        case .word: return .act(.takeWord(obligation: obligation))
        case .resume: return .act(.resume(obligation: obligation))
        case .pause: return pause(obligation, form)
        case .visit: return visit(obligation, form, state)
        }
    }

    /// A visit needs the number and the day of its report; which person it was about the clock knows.
    private func visit(_ obligation: String, _ form: FormFields, _ state: CaseState) -> Reading {
        // Read from the id, not from what is owed: sent twice it is recorded already.
        let parts = obligation.split(separator: ".").map(String.init)
        guard parts.count == 2, parts[0].hasPrefix(Self.visitMark),
            let month = Int(parts[0].dropFirst(Self.visitMark.count)),
            let person = state.people.first(where: { $0.id.text == parts[1] })?.id
        else { return .unreadable }
        let document = String((form[Self.documentField] ?? "").prefix(Self.longestDocument))
        let typed = form[Self.documentDayField] ?? ""
        var attempt = attempt(form, .refused(.notAWord(field: "document")))
        attempt.visit = BoardCaseAttempt.Visit(document: document, day: String(typed.prefix(Self.longestDay)))
        guard let day = DayReading.day(typed), day <= LimaTime(room.clock()).date else {
            attempt.isDayWrong = true
            return .wrong(attempt)
        }
        guard !document.allSatisfy(\.isWhitespace) else { return .wrong(attempt) }
        return .act(.person(person, .monitor(month: month, Evidence(document: document, day: day))))
    }

    /// A pause needs a coded reason, and a last day that lies ahead, within ninety days.
    private func pause(_ obligation: String, _ form: FormFields) -> Reading {
        var attempt = attempt(form, .refused(.notAWord(field: Self.reasonField)))
        guard let day = DayReading.day(form[Self.dayField] ?? "") else {
            attempt.isDayWrong = true
            return .wrong(attempt)
        }
        let until = LimaTime(date: day, hour: 23, minute: 59).instant
        let now = room.clock()
        guard until > now, until <= now.adding(milliseconds: Self.longestPause) else {
            attempt.isDayWrong = true
            return .wrong(attempt)
        }
        let reason = form[Self.reasonField] ?? ""
        guard room.site.catalog.content.label(of: reason, in: "pause-reasons") != nil else {
            return .wrong(attempt)
        }
        return .act(.pause(obligation: obligation, reason: reason, until: until))
    }

    private func attempt(_ form: FormFields, _ failure: DeskFailure) -> BoardCaseAttempt {
        BoardCaseAttempt(
            obligation: form[Self.obligationField] ?? "", failure: failure,
            pauseReason: form[Self.reasonField] ?? "",
            pauseDay: String((form[Self.dayField] ?? "").prefix(Self.longestDay)))
    }

    /// The longest id of an obligation, in bytes.
    private static let longestID = 160
    private static let longestDay = 10
    private static let longestDocument = 64
    /// How the id of a visit begins, before its month.
    private static let visitMark = "monitor-"
    /// What the register allows, in milliseconds.
    private static let longestPause: Int64 = 90 * 86_400_000
}
