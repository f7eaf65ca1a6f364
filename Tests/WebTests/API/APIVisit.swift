import HTTPTypes
import HummingbirdTesting
import JSON
import NIOCore

/// What a program is answered.
struct APIVisit {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let text: String

    var json: JSON? { try? JSON(parsing: Array(text.utf8)) }
}

extension TestClientProtocol {
    /// Asks as a program does.
    func ask(
        _ path: String, key: String? = nil, method: HTTPRequest.Method = .get, body: String? = nil
    ) async throws -> APIVisit {
        var headers: HTTPFields = [:]
        if let key { headers[.authorization] = "Bearer " + key }
        if body != nil { headers[.contentType] = "application/json" }
        return try await execute(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) }
        ) { APIVisit(status: $0.status, headers: $0.headers, text: String(buffer: $0.body)) }
    }
}
