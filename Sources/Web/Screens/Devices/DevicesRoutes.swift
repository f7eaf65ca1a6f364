import Access
import CaseRegister
import HTML
import HTTPTypes
import Hummingbird
import ReferralDomain

/// The phones of a unit: enrol, list, end, and read a short message.
struct DevicesRoutes: Sendable {
    let room: StaffRoom
    let devices: DeviceDesk

    static let actField = "accion"
    static let labelField = "equipo"
    static let daysField = "dias"
    static let deviceField = "numero"
    static let messageField = "mensaje"

    /// What a form of the page asks for.
    enum Act: String { case invite = "alta", end = "quitar", read = "leer" }

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.devices.path, use: show)
        router.post(PagePattern.devices.path, use: act)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .devices)
        return try await page(visitor, .nothing, FormMemory.empty, request)
    }

    @Sendable func act(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .devices)
        let form = try await room.gate.form(request, of: visitor)
        let outcome = await outcome(of: form, visitor.acting, request)
        return try await page(visitor, outcome, FormMemory(form, wrong: nil), request)
    }

    private func outcome(
        of form: FormFields, _ acting: Acting, _ request: Request
    ) async -> DevicesView.Outcome {
        do {
            switch form[Self.actField].flatMap(Act.init) {
            case .invite:
                let made = try await devices.invite(
                    form[Self.labelField] ?? "", days: Int(form[Self.daysField] ?? "") ?? 0, by: acting)
                return .made(made, address: address(of: made, request))
            case .end:
                guard let id = form[Self.deviceField].flatMap(DeviceID.init(reading:)) else {
                    return .unknown
                }
                try await devices.revoke(id, by: acting)
                return .done
            case .read: return await read(form[Self.messageField] ?? "", acting)
            case nil: return .nothing
            }
        } catch { return Self.outcome(error) }
    }

    private func read(_ message: String, _ acting: Acting) async -> DevicesView.Outcome {
        do {
            return .read(try await devices.read(message, by: acting))
        } catch { return Self.outcome(error) }
    }

    private static func outcome(_ failure: DeviceDesk.Failure) -> DevicesView.Outcome {
        switch failure {
        case .label: .labelWrong
        case .days: .daysWrong
        case .unknown: .unknown
        case .unreadable: .messageWrong
        case .fault: .broken
        }
    }

    /// The address for the QR, at the host by which the page was asked for; the secret never reaches a server.
    private func address(of made: DeviceDesk.Made, _ request: Request) -> String {
        let scheme = room.site.settings.isReachedByHTTPS ? "https" : "http"
        return
            "\(scheme)://\(request.head.authority ?? "")\(Page.plain(.shell).address.text)#alta=\(made.secret)"
    }

    private func page(
        _ visitor: Visitor, _ outcome: DevicesView.Outcome, _ memory: FormMemory, _ request: Request
    ) async throws -> Response {
        let view = DevicesView(
            devices: try await devices.devices(of: visitor.acting), outcome: outcome, now: room.clock(),
            head: room.head(visitor, on: .devices), names: CatalogNames(room.site.catalog),
            typed: { memory.typed($0) })
        return view.document.response(outcome.isGood ? .ok : .unprocessableContent, room.site, request)
    }
}
