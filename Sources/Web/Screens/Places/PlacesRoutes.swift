import Access
import CaseRegister
import Catalog
import HTTPTypes
import Hummingbird
import ReferralDomain

/// The places where something was seen, for the planning of police work.
struct PlacesRoutes: Sendable {
    let room: StaffRoom

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.places.path, use: show)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .places)
        let (site, now) = (room.site, room.clock())
        let catalog = site.catalog
        var rows: [PlaceRow] = []
        for municipality in try reach(of: visitor, catalog) {
            rows += try await room.ports.lists.places(of: municipality, at: now)
        }
        let model = PlacesModel(rows, at: now, names: CatalogNames(catalog))
        let head = room.head(visitor, on: .places)
        return PlacesView(model: model, head: head, texts: site.texts).document.response(.ok, site, request)
    }

    /// The municipalities that are seen: a control centre's own; all of them for the police and the coordinator.
    ///
    /// - Throws: `.notFound` for an officer of another institution: a place can point at a person.
    private func reach(of visitor: Visitor, _ catalog: ProtocolCatalog) throws -> [String] {
        let acting = visitor.acting
        let own = acting.municipality.map { [$0] }
        switch acting.role {
        case .coordinator: return catalog.content.districts.map(\.id.text)
        case .officer:
            guard catalog.content.institutions[.init(acting.institution)]?.kind == .police else {
                throw WebFault.notFound
            }
            return own ?? catalog.content.districts.map(\.id.text)
        case .operator:
            guard let own else { throw WebFault.notFound }
            return own
        case .sereno, .caseManager, .analyst, .administrator, .auditor, .privacyOfficer:
            throw WebFault.notFound
        }
    }
}
