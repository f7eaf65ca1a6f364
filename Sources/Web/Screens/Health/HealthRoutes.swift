import CaseRegister
import Catalog
import HTTPTypes
import Hummingbird
import JSON
import NIOCore

/// Tells a probe whether reports are being acknowledged, and by which catalogue.
///
/// How many reports there are is nobody's business at this address.
struct HealthRoutes: Sendable {
    let catalog: ProtocolCatalog
    let journal: any ReportJournal

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.health.path, use: show)
    }

    /// 200 while reports are acknowledged, 503 while they are not; the pages work in both cases.
    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async -> Response {
        let health = await journal.health()
        let state: JSON = [
            "status": .string(health.isAcknowledging ? "ok" : "not-acknowledging"),
            "catalog": ["version": .string(catalog.edition.version), "hash": .string(catalog.hash)],
        ]
        return Response(
            status: health.isAcknowledging ? .ok : .serviceUnavailable,
            headers: [.contentType: "application/json; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: state.text(.canonical))))
    }
}
