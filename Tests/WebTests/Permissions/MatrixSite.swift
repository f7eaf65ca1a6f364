import HTTPTypes
import HummingbirdTesting
import NIOCore

@testable import Web

/// One town and the client that asks it.
struct MatrixSite: Sendable {
    let town: MatrixTown
    let client: any TestClientProtocol

    /// The answer of the town as it stood in the morning, whatever was asked before.
    func answer(
        to template: MatrixTemplate, about object: MatrixObject, as who: MatrixWho
    ) async throws -> MatrixAnswer {
        try await ask(
            template.method, template.address(of: object), as: who,
            form: template.body(about: object, formToken: who.formToken))
    }

    /// The answer at an address that never was.
    func unheard(_ template: MatrixTemplate, as who: MatrixWho) async throws -> MatrixAnswer {
        try await ask(template.method, "/nunca-hubo", as: who, form: nil)
    }

    private func ask(
        _ method: HTTPRequest.Method, _ address: String, as who: MatrixWho, form: String?
    ) async throws -> MatrixAnswer {
        var headers: HTTPFields = [:]
        if let token = who.token {
            headers[.cookie] = "\(Gate.cookieName(WebSettings()))=\(token)"
        }
        if form != nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        town.random.rewind()
        _ = town.tally.taken()
        var answer = try await client.execute(
            uri: address, method: method, headers: headers, body: form.map { ByteBuffer(string: $0) }
        ) { MatrixAnswer($0) }
        answer.asked = town.tally.taken()
        return answer
    }
}
