import Access
import HTTPTypes
import Hummingbird
import ReferralDomain

/// The interface for programs: every address of the table, and the document that describes them.
struct APIRoutes: Sendable {
    private let site: Site
    private let gate: APIGate
    private let directory: DirectoryAnswers
    /// Nil where nobody can enter: only the directory is there.
    private let unit: UnitAnswers?

    /// - Parameter room: nil where nobody can enter.
    init(site: Site, room: StaffRoom?, clock: @escaping @Sendable () -> Instant) {
        self.site = site
        gate = APIGate(tokens: room?.ports.tokens, clock: clock)
        directory = DirectoryAnswers(site: site)
        unit = room.map(UnitAnswers.init)
    }

    func add(to router: some RouterMethods<BasicRequestContext>) {
        for path in APIPath.allCases {
            for method in path.methods where method != .head {
                router.on(path.path, method: method) { request, context in
                    try await answer(request, context.parameters.get("id"), at: path)
                }
            }
        }
    }

    private func answer(_ request: Request, _ id: String?, at path: APIPath) async throws -> Response {
        guard let scope = path.scope else {
            try await gate.admit(request)
            let query = try await query(request, path)
            return try await directory.answer(path, query, id: id)
        }
        let acting = try await gate.holder(request, for: scope)
        guard let unit else { throw APIFault.notFound }
        return try await unit.answer(path, try await query(request, path), id: id, as: acting)
    }

    private func query(_ request: Request, _ path: APIPath) async throws -> APIQuery {
        guard request.method == .post else {
            return try APIQuery(query: request.uri.query, allowed: path.parameters)
        }
        guard request.uri.query?.isEmpty ?? true else { throw APIFault.badRequest }
        let type = request.headers[.contentType]?.split(separator: ";").first.map(String.init)
        guard type?.lowercased() == APIPath.json else { throw APIFault.mediaType }
        return try APIQuery(body: try await APIValue.members(of: request), allowed: path.parameters)
    }
}
