import Access
import CaseRegister
import HTTPTypes
import Hummingbird
import ReferralDomain

/// Exact search by a name or a document, with a reason that is logged before.
struct SearchRoutes: Sendable {
    let room: StaffRoom
    let vault: Vault

    /// The list of reasons.
    static let reasons = "search-reasons"

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.search.path, use: show)
        router.post(PagePattern.search.path, use: search)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .search)
        return page(SearchModel(head: room.head(visitor, on: .search)), request)
    }

    @Sendable func search(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .search)
        let form = try await room.gate.form(request, of: visitor)
        let typed = SearchModel.Typed(
            field: form[ActField.sealedField.rawValue] ?? "", text: form[ActField.text.rawValue] ?? "",
            reason: form[ActField.reason.rawValue] ?? "")
        if let refusal = problem(typed) { return refused(refusal, typed, visitor, request) }
        let stepUp = StepUp(
            room: room, pattern: .search, action: .plain(.search),
            carried: [ActField.sealedField, .text, .reason].map(\.rawValue), back: .plain(.search))
        switch try await stepUp.check(request, form, visitor) {
        case .asked(let response): return response
        case .fresh(let visitor): return await find(typed, visitor, request)
        }
    }

    private func problem(_ typed: SearchModel.Typed) -> SearchModel.Refusal? {
        let reasons = CatalogNames(room.site.catalog).options(of: Self.reasons)
        guard Vault.indexedFields.contains(typed.field), reasons.contains(where: { $0.id == typed.reason })
        else { return .field }
        return (1...200).contains(typed.text.unicodeScalars.count) ? nil : .text
    }

    private func find(
        _ typed: SearchModel.Typed, _ visitor: Visitor, _ request: Request
    ) async -> Response {
        do {
            let matches = try await vault.search(
                typed.text, field: typed.field, because: typed.reason, by: CaseKeys.holder(visitor))
            var found: [SearchModel.Found] = []
            for id in Set(matches.map(\.caseID)) {
                let state = try? await room.ports.desk.open(id, as: visitor.acting)
                if let code = state?.reference?.text { found.append(SearchModel.Found(id: id, code: code)) }
            }
            let model = SearchModel(
                head: room.head(visitor, on: .search),
                outcome: .found(found.sorted { $0.code < $1.code }))
            return page(model, request)
        } catch { return refused(SearchModel.Refusal(error), typed, visitor, request) }
    }

    private func refused(
        _ refusal: SearchModel.Refusal, _ typed: SearchModel.Typed, _ visitor: Visitor, _ request: Request
    ) -> Response {
        let model = SearchModel(
            head: room.head(visitor, on: .search), typed: typed, outcome: .refused(refusal))
        return page(model, request)
    }

    private func page(_ model: SearchModel, _ request: Request) -> Response {
        SearchView(model: model, names: CatalogNames(room.site.catalog)).document.response(
            model.status, room.site, request)
    }
}
