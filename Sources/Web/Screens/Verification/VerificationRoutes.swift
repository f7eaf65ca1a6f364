import Access
import CaseRegister
import HTTPTypes
import Hummingbird
import Logging

/// Anybody may check a receipt: its text, or its short code.
struct VerificationRoutes: Sendable {
    static let textField = "recibo"

    let room: StaffRoom
    let receipts: ReceiptDesk
    /// Failures by address.
    let limit: AttemptLimit

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.verification.path, use: ask)
        router.post(PagePattern.verification.path, use: answer)
    }

    @Sendable func ask(_ request: Request, _ context: BasicRequestContext) -> Response {
        respond(VerificationModel(typed: "", answer: .notAsked, publicKey: receipts.publicKey), request)
    }

    @Sendable func answer(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let typed = try await FormFields(of: request)[Self.textField] ?? ""
        let address = CallerAddress(request).text
        let answer: VerificationModel.Answer
        do {
            if try await limit.mayTry(from: address, at: room.clock()) {
                let found = try await receipts.check(String(typed.prefix(VerificationModel.longest)))
                if found.isEmpty { try await limit.failed(from: address, at: room.clock()) }
                answer = found.isEmpty ? .notValid : .valid(found)
            } else {
                answer = .limited
            }
        } catch {
            room.logger.error("receipt not checked", metadata: ["fault": "\(error)"])
            answer = .unreachable
        }
        return respond(
            VerificationModel(typed: typed, answer: answer, publicKey: receipts.publicKey), request)
    }

    private func respond(_ model: VerificationModel, _ request: Request) -> Response {
        let view = VerificationView(model: model, names: CatalogNames(room.site.catalog))
        return view.document.response(model.status, room.site, request)
    }
}
