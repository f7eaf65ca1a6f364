import Access
import CaseRegister
import HTTPTypes
import Hummingbird

/// The signed orders to stop of a case: a body without accounts gets them by hand, or hears them read out.
struct StopsRoutes: Sendable {
    let room: StaffRoom
    let receipts: ReceiptDesk

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.caseStops.path, use: show)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .caseStops)
        let scene = try await CaseDoor(room: room).scene(CaseDoor.id(context), for: visitor)
        guard scene.relation == .owner else { throw WebFault.notFound }
        let bodies = scene.state.people.flatMap(\.consents).filter { $0.answer == .withdrawn }.map(
            \.recipient)
        var orders: [StopOrdersView.Order] = []
        for body in Set(bodies).sorted() {
            let signed = try await receipts.stops(to: body, in: scene.id)
            orders += signed.map { StopOrdersView.Order(institution: body, receipt: $0) }
        }
        let view = StopOrdersView(scene: scene, head: room.head(visitor, on: .caseStops), orders: orders)
        return view.document.response(.ok, room.site, request)
    }
}
