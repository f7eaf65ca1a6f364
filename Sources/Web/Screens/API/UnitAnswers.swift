import Access
import CaseRegister
import Catalog
import Hummingbird
import JSON
import ReferralDomain
import Standards

/// What a unit's program may ask: what an officer of the unit sees in the inbox, in the words of the standards.
struct UnitAnswers: Sendable {
    private let room: StaffRoom

    init(room: StaffRoom) { self.room = room }

    func answer(
        _ path: APIPath, _ query: APIQuery, id: String?, as acting: Acting
    ) async throws -> Response {
        switch path {
        case .requests, .tasks: return try await list(path, query, acting)
        case .request, .task:
            let rows = try await inbox(of: acting)
            guard let row = rows.first(where: { $0.referral.text == id }),
                let found = try await referral(row, acting)
            else { throw APIFault.notFound }
            return APIAnswer.json(path == .task ? found.task : found.serviceRequest, as: APIPath.fhir)
        case .htcds:
            let sheet = HTCDSSheet(try await rows(acting))
            guard query[.fileFormat] == "csv" else { return APIAnswer.json(sheet.json) }
            return APIAnswer.text(sheet.csv, as: APIPath.csv)
        case .calendar: return try await calendar(acting)
        case .openapi, .hsds, .services, .service, .organizations, .organization, .servicesAtLocations,
            .serviceAtLocation, .taxonomies, .taxonomy, .terms, .term, .capability:
            throw APIFault.notFound
        }
    }

    private func list(_ path: APIPath, _ query: APIQuery, _ acting: Acting) async throws -> Response {
        let rows = try await inbox(of: acting)
        let shown = rows.dropFirst(query.number(.offset) ?? 0).prefix(query.number(.count) ?? Self.shown)
        var resources: [JSON] = []
        for row in shown {
            guard let found = try await referral(row, acting) else { continue }
            resources.append(path == .tasks ? found.task : found.serviceRequest)
        }
        return APIAnswer.json(FHIRServer.bundle(resources, total: rows.count), as: APIPath.fhir)
    }

    private func inbox(of acting: Acting) async throws -> [InboxRow] {
        try await room.ports.lists.inbox(of: acting.unit, most: Self.most)
    }

    /// The referral behind a row; nil where the unit may not know of it any more.
    private func referral(_ row: InboxRow, _ acting: Acting) async throws -> FHIRReferral? {
        guard let (state, relation) = try await open(row.caseID, acting),
            CaseView.shows(.ownReferrals, to: relation), let found = state.referral(row.referral)
        else { return nil }
        let content = room.site.catalog.content
        let words = FHIRReferral.Words(
            step: content.steps[Identifier(found.draft.step)]?.title ?? found.draft.step,
            state: content.label(of: found.state.rawValue, in: "referral-states") ?? found.state.rawValue,
            reason: found.reason.map { Self.reason($0, of: found.state, in: content) },
            sender: room.ports.rules().centre)
        return FHIRReferral(found, of: row, words: words)
    }

    /// Every row of the cases that the unit has a part in, with the fields that it may see.
    private func rows(_ acting: Acting) async throws -> [HTCDSRow] {
        var rows: [HTCDSRow] = []
        var seen: Set<CaseID> = []
        for row in try await inbox(of: acting) where seen.insert(row.caseID).inserted {
            guard let (state, relation) = try await open(row.caseID, acting) else { continue }
            let export = HTCDSExport(room.site.catalog, for: CaseView.fields(of: relation))
            rows += export.rows(state, id: row.caseID, unit: acting.unit)
        }
        return rows
    }

    private func calendar(_ acting: Acting) async throws -> Response {
        let names = CatalogNames(room.site.catalog)
        let owed = try await room.ports.lists.obligations(of: acting.unit, most: Self.mostDuties)
        let entries = owed.filter { !$0.isWithheld }.compactMap {
            DutyCalendar.Entry($0, institution: names.institution($0.obligation.institution))
        }
        return APIAnswer.text(DutyCalendar(entries).text(at: room.clock()), as: APIPath.ics)
    }

    /// The case, and what the unit has to do with it; nil where it does not exist for the unit.
    private func open(
        _ id: CaseID, _ acting: Acting
    ) async throws -> (state: CaseState, relation: CaseRelation)? {
        do {
            let state = try await room.ports.desk.open(id, as: acting)
            return (
                state, CaseRelation(of: acting, to: state, at: room.clock(), under: room.ports.rules())
            )
        } catch DeskFailure.refused {
            return nil
        }
    }

    /// The words for a coded reason, from the list of its state.
    private static func reason(_ code: String, of state: ReferralState, in content: CatalogContent) -> String
    {
        let list: CaseRegister.CodeList =
            switch state {
            case .rejected: .rejections
            case .recalled: .recalls
            case .drafted, .called, .sent, .delivered, .acknowledged, .accepted, .custodyReceived, .onHold,
                .done:
                .holds
            }
        return content.label(of: code, in: list.rawValue) ?? code
    }

    private static let shown = 20
    private static let most = 500
    private static let mostDuties = 500
}
