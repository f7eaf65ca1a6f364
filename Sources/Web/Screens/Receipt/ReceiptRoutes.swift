import CaseRegister
import Catalog
import HTTPTypes
import Hummingbird
import Logging
import ReferralDomain

/// Looks a receipt code up; the code travels in the form, never in an address.
struct ReceiptRoutes: Sendable {
    static let codeField = "code"

    let site: Site
    let journal: any ReportJournal
    let logger: Logger

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.receipt.path, use: ask)
        router.post(PagePattern.receipt.path, use: answer)
    }

    @Sendable func ask(_ request: Request, _ context: BasicRequestContext) -> Response {
        respond(ReceiptModel(), .ok, request)
    }

    @Sendable func answer(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let typed = try await FormFields(of: request)[Self.codeField] ?? ""
        do {
            let reference = try CaseReference(reading: typed.utf8)
            let receipt = try await journal.receipt(of: reference)
            let history =
                if let receipt { try await journal.history(of: receipt.id) } else { [RecordedEvent]() }
            let word = SafeWord(of: CaseState(after: history))
            return respond(
                ReceiptModel(typed: typed, receipt: receipt, word: word), receipt == nil ? .notFound : .ok,
                request)
        } catch let misread as CaseReference.Misread {
            return respond(ReceiptModel(typed: typed, misread: misread), .unprocessableContent, request)
        } catch {
            logger.error("receipt not read", metadata: ["fault": "\(error)"])
            return respond(ReceiptModel(typed: typed, answer: .unreachable), .serviceUnavailable, request)
        }
    }

    private func respond(_ model: ReceiptModel, _ status: HTTPResponse.Status, _ request: Request) -> Response
    {
        ReceiptView(model: model, catalog: site.catalog).document.response(status, site, request)
    }
}
