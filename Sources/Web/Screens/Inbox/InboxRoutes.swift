import Access
import CaseRegister
import HTTPTypes
import Hummingbird
import ReferralDomain

/// The inbox of a unit: what was sent to it, and what it owes.
struct InboxRoutes: Sendable {
    let room: StaffRoom

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.inbox.path, use: show)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .inbox)
        let unit = visitor.acting.unit
        let card = try await room.ports.units.units().first { $0.id == unit }
        let model = InboxModel(
            head: room.head(visitor, on: .inbox), unit: card?.name ?? unit.text,
            rows: try await room.ports.lists.inbox(of: unit, most: Self.most),
            duties: try await room.ports.lists.obligations(of: unit, most: Self.most), now: room.clock())
        return InboxView(model: model, names: CatalogNames(room.site.catalog)).document.response(
            .ok, room.site, request)
    }

    private static let most = 200
}
