import Access
import CaseRegister
import Catalog
import HTTPTypes
import Hummingbird

/// The notice of a data incident, drafted by the privacy officer from what the log knows.
struct IncidentRoutes: Sendable {
    let room: StaffRoom

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.incidents.path, use: show)
        router.post(PagePattern.incidents.path, use: make)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .incidents)
        return await page(IncidentForm(), [], visitor, request)
    }

    @Sendable func make(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .incidents)
        let fields = try await room.gate.form(request, of: visitor)
        let form = IncidentForm(fields, room.site.catalog.content)
        let (now, faults) = (room.clock(), form.faults(at: room.clock()))
        guard faults.isEmpty, let window = form.window else {
            return await page(form, faults, visitor, request)
        }
        var filter = AuditFilter(
            actor: form[.account].isEmpty ? nil : try? ActorID(reading: form[.account]), most: Self.mostLeaves
        )
        filter.from = window.lowerBound
        filter.until = window.upperBound
        let leaves: [AuditLeaf]
        do {
            leaves = try await room.ports.keeping?.audit.list(filter) ?? []
            try await room.ports.keeping?.audit.commit(
                KeeperAction.incidentDrafted.entry(by: visitor, at: now))
        } catch { throw WebFault.broken }
        let paper = IncidentPaper(
            form: form, trace: IncidentTrace(leaves, most: Self.mostLeaves),
            account: visitor.acting.account.text, now: now, names: CatalogNames(room.site.catalog)
        ).paper
        return await PaperDesk(site: room.site).response(paper, asFile: Paper.isFileWanted(fields), request)
    }

    private func page(
        _ form: IncidentForm, _ faults: [IncidentForm.Fault], _ visitor: Visitor, _ request: Request
    ) async -> Response {
        let view = IncidentView(
            form: form, faults: faults, head: await room.heedfulHead(visitor, on: .incidents),
            names: CatalogNames(room.site.catalog))
        return view.document.response(faults.isEmpty ? .ok : .unprocessableContent, room.site, request)
    }

    /// How many leaves are read at most; more is said.
    private static let mostLeaves = 2_000
}
