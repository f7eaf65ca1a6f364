import HTTPTypes
import Hummingbird
import Logging

/// Turns what went wrong into a page, then puts the headers of every response on.
///
/// It must be the first middleware: what is thrown below it would else leave without headers.
struct OutermostMiddleware: RouterMiddleware {
    typealias Context = BasicRequestContext

    let site: Site
    let logger: Logger
    let figures: RequestFigures?

    func handle(
        _ request: Request, context: BasicRequestContext,
        next: (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
        let start = figures?.nanoseconds()
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            response = await answer(to: error, request)
        }
        SecurityHeaders(settings: site.settings).apply(to: &response)
        if let figures, let start {
            figures.note(
                request.method, request.uri.path, response.status, took: figures.nanoseconds() - start)
        }
        // The router empties only the answers of pages that are there; the others must look the same.
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// People get a page in words, programs a problem.
    private func answer(to error: any Error, _ request: Request) async -> Response {
        if let fault = error as? APIFault { return fault.response(site.texts) }
        let fault = fault(error, request)
        guard APIPath.isAsked(request.uri.path) else { return await page(about: fault, request) }
        return APIFault(fault).response(site.texts)
    }

    private func fault(_ error: any Error, _ request: Request) -> WebFault {
        if let fault = error as? WebFault { return fault }
        let status = (error as? any HTTPResponseError)?.status
        if status == .contentTooLarge { return .tooLarge }
        if status == .notFound || status == .methodNotAllowed {
            let path = request.uri.path
            let pattern = PagePattern(matching: path)
            let isThere = site.settings.isPractice || !(pattern?.isOfPractice ?? false)
            let known = pattern?.methods ?? APIPath(matching: path)?.methods
            guard isThere, let known else { return .notFound }
            return known.contains(request.method) ? .notFound : .methodNotAllowed(known)
        }
        if let status, status.kind == .clientError { return .unreadable }
        // The kind of the error is enough to look for it; its content could name a person.
        logger.error("request failed", metadata: ["error": "\(type(of: error))"])
        return .broken
    }

    private func page(about fault: WebFault, _ request: Request) async -> Response {
        if fault == .mustEnter {
            if let form = await CarriedForm(of: request, site.settings) {
                return EnterView(model: EnterModel(problem: .ended, carried: form), texts: site.texts)
                    .document.response(.unauthorized, site, request)
            }
            return Response(
                status: .seeOther,
                headers: [.location: PagePattern.enter.rawValue, .cacheControl: "no-store"])
        }
        var response = FaultView(fault: fault, calls: site.firstCalls, texts: site.texts).document.response(
            fault.status, site, request)
        if case .methodNotAllowed(let methods) = fault {
            response.headers[.allow] = methods.map(\.rawValue).joined(separator: ", ")
        }
        if case .tooMany(let seconds) = fault { response.headers[.retryAfter] = String(seconds) }
        return response
    }
}
