import Access
import CaseRegister
import HTTPTypes
import Hummingbird
import ReferralDomain
import Sealing

/// One referral as its receiver sees it, and every answer to it.
struct InboxReferralRoutes: Sendable {
    let room: StaffRoom
    let loop: LoopPorts

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.inboxReferral.path, use: show)
        router.post(PagePattern.inboxReferral.path, use: act)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visit = try await visit(request, context)
        return try await page(visit, .none, request)
    }

    @Sendable func act(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visit = try await visit(request, context)
        let fields = try await room.gate.form(request, of: visit.visitor)
        let form = InboxForm(fields)
        guard let asked = InboxAct(rawValue: fields[ActForm.actField] ?? "") else {
            throw WebFault.unreadable
        }
        if asked == .review || asked == .record {
            return try await record(asked, form, visit, request)
        }
        guard let wanted = form.wanted(asked, visit) else {
            return try await page(visit, .problems(form.problems(of: asked), form), request)
        }
        do {
            try await perform(wanted, visit)
            _ = await CaseKeys(room: room).settle(visit.caseID, by: visit.visitor)
            return room.seeOther(.inboxReferral(visit.caseID, visit.referral.id))
        } catch {
            return try await refused(error, form, visit, request)
        }
    }

    /// A duty is recorded in two steps: the answers are shown once more before they become history.
    private func record(
        _ asked: InboxAct, _ form: InboxForm, _ visit: InboxVisit, _ request: Request
    ) async throws -> Response {
        let now = room.clock()
        let reading = DutyReading(form, visit.recordable(room.ports.rules(), now), now: now)
        guard let duty = reading.duty else {
            return try await page(visit, .problems(reading.problems, form), request)
        }
        if asked == .review { return try await page(visit, .check(duty, form), request) }
        do {
            _ = try await room.ports.desk.perform(
                duty.act, on: visit.caseID, declaredAt: duty.at, by: visit.visitor.acting)
            _ = await CaseKeys(room: room).settle(visit.caseID, by: visit.visitor)
            return room.seeOther(.inboxReferral(visit.caseID, visit.referral.id))
        } catch {
            return try await refused(error, form, visit, request)
        }
    }

    private func perform(_ wanted: InboxForm.Wanted, _ visit: InboxVisit) async throws(DeskFailure) {
        if wanted.acknowledges {
            do {
                _ = try await loop.acknowledgements.acknowledge(
                    visit.referral.id, in: visit.caseID, by: visit.visitor.acting, post: visit.unitName)
            } catch {
                throw DeskFailure(error)
            }
        }
        if let act = wanted.act {
            _ = try await room.ports.desk.perform(act, on: visit.caseID, by: visit.visitor.acting)
        }
    }

    /// The page again with what was typed; what may not be known stays a page that is not there.
    private func refused(
        _ failure: DeskFailure, _ form: InboxForm, _ visit: InboxVisit, _ request: Request
    ) async throws -> Response {
        // Throws where nothing of it may be known any more.
        let fresh = try await self.visit(visit.caseID, visit.referral.id, visit.visitor)
        if failure == .refused(.unknown) { throw WebFault.notFound }
        return try await page(fresh, .refused(failure, form), request)
    }

    private func page(
        _ visit: InboxVisit, _ notice: InboxReferralModel.Notice, _ request: Request
    ) async throws -> Response {
        let own = try await loop.receipts.receipts(of: visit.referral.id, in: visit.caseID)
        let stops = try await loop.receipts.stops(to: visit.visitor.acting.institution, in: visit.caseID)
        let model = InboxReferralModel(
            visit, head: room.head(visit.visitor, on: .inbox), rules: room.ports.rules(),
            receipts: own + stops, notice: notice, now: room.clock())
        let view = InboxReferralView(model: model, names: CatalogNames(room.site.catalog))
        return view.document.response(view.status, room.site, request)
    }

    private func visit(_ request: Request, _ context: BasicRequestContext) async throws -> InboxVisit {
        let visitor = try await room.gate.visitor(request, for: .inboxReferral)
        guard let caseID = context.parameters.get("case").flatMap({ try? CaseID(reading: $0) }),
            let referral = context.parameters.get("referral").flatMap({ try? ReferralID(reading: $0) })
        else { throw WebFault.notFound }
        return try await visit(caseID, referral, visitor)
    }

    /// The referral for a member of its unit; for anybody else there is none.
    private func visit(
        _ caseID: CaseID, _ referral: ReferralID, _ visitor: Visitor
    ) async throws -> InboxVisit {
        let state: CaseState
        do {
            state = try await room.ports.desk.open(caseID, as: visitor.acting)
        } catch {
            guard case .fault = error else { throw WebFault.notFound }
            throw WebFault.broken
        }
        guard let found = state.referral(referral), found.draft.unit == visitor.acting.unit,
            found.hops.contains(where: { $0.state != .drafted && $0.state != .recalled }),
            let reference = state.reference
        else { throw WebFault.notFound }
        let units = try await room.ports.units.units()
        let waiting = await CaseKeys(room: room).waiting(caseID)
        return InboxVisit(
            visitor: visitor, caseID: caseID, reference: reference, state: state, referral: found,
            units: units, awaitsKey: waiting.contains(visitor.acting.unit))
    }
}

extension DeskFailure {
    /// A failure of the acknowledgement in the words of the desk.
    init(_ failure: AcknowledgementFailure) {
        switch failure {
        case .desk(let failure): self = failure
        case .unknown: self = .refused(.unknown)
        case .wrongCode, .noCode: self = .refused(.notAWord(field: "code"))
        case .unsigned: self = .refused(.notAWord(field: "name"))
        case .noKey: self = .fault(.other(code: "no-unit-key"))
        }
    }
}
