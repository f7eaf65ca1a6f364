import Access
import CaseRegister
import HTML
import HTTPTypes
import Hummingbird
import ReferralDomain

/// The keys with which the programs of a unit ask: make, list, end.
struct KeysRoutes: Sendable {
    let room: StaffRoom
    let tokens: APITokenDesk

    static let labelField = "programa"
    static let daysField = "dias"
    static let keyField = "llave"

    /// What a form of the page asks for.
    enum Act: String, CaseIterable { case make = "crear", end = "terminar" }

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.keys.path, use: show)
        router.post(PagePattern.keys.path, use: act)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .keys)
        return try await page(visitor, .nothing, FormMemory.empty, request)
    }

    /// Asks for the second factor first: a key opens what its unit sees, for as long as a year.
    @Sendable func act(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .keys)
        let form = try await room.gate.form(request, of: visitor)
        let carried =
            [ActForm.actField, Self.labelField, Self.daysField, Self.keyField]
            + APIScope.allCases.map(Self.field)
        let step = StepUp(
            room: room, pattern: .keys, action: .plain(.keys), carried: carried, back: .plain(.keys))
        switch try await step.check(request, form, visitor) {
        case .asked(let response): return response
        case .fresh(let visitor):
            let outcome = await outcome(of: form, visitor.acting)
            // What was done is done: the same form once more would make a second key.
            let memory = outcome.isGood ? FormMemory.empty : FormMemory(form, wrong: nil)
            return try await page(visitor, outcome, memory, request)
        }
    }

    /// The name of the box of a scope.
    static func field(_ scope: APIScope) -> String { "ver-" + scope.rawValue }

    private func outcome(of form: FormFields, _ acting: Acting) async -> KeysView.Outcome {
        do {
            switch form[ActForm.actField].flatMap(Act.init) {
            case .make:
                let scopes = APIScope.allCases.filter { form[Self.field($0)] == "yes" }
                return .made(
                    try await tokens.make(
                        form[Self.labelField] ?? "", scopes: Set(scopes),
                        days: Int(form[Self.daysField] ?? "") ?? 0, by: acting))
            case .end:
                try await tokens.revoke(form[Self.keyField] ?? "", by: acting)
                return .done
            case nil: return .nothing
            }
        } catch { return KeysView.Outcome(error) }
    }

    private func page(
        _ visitor: Visitor, _ outcome: KeysView.Outcome, _ memory: FormMemory, _ request: Request
    ) async throws -> Response {
        let view = KeysView(
            tokens: try await tokens.tokens(of: visitor.acting), outcome: outcome, now: room.clock(),
            head: room.head(visitor, on: .keys), texts: room.site.texts, typed: { memory.typed($0) })
        return view.document.response(outcome.isGood ? .ok : .unprocessableContent, room.site, request)
    }
}
