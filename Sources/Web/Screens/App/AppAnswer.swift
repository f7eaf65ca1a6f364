import CaseRegister
import HTTPTypes
import Hummingbird
import JSON
import NIOCore

/// What the phone is answered: JSON, never kept.
enum AppAnswer {
    static func ok(_ json: JSON) -> Response { response(.ok, json) }

    static func fault(_ status: HTTPResponse.Status, _ word: String, retryAfter seconds: Int? = nil)
        -> Response
    {
        var members = [JSON.Member("fault", .string(word))]
        if let seconds { members.append(JSON.Member("retryAfter", .integer(Int64(seconds)))) }
        var response = response(status, .object(members))
        if let seconds { response.headers[.retryAfter] = String(seconds) }
        return response
    }

    /// What came is nothing that the app sends.
    static var unreadable: Response { fault(.unprocessableContent, "unreadable") }

    /// Why the house cannot acknowledge now; the phone waits and tries again.
    static func fault(_ fault: JournalFault) -> Response {
        switch fault {
        case .diskFull: Self.fault(.init(code: 507), "full", retryAfter: 600)
        case .locked: Self.fault(.serviceUnavailable, "busy", retryAfter: 5)
        case .readOnly, .newerSchema, .damaged, .stopped, .other:
            Self.fault(.serviceUnavailable, "closed", retryAfter: 300)
        }
    }

    /// The JSON of a request; nil where it is none, or too much.
    ///
    /// - Throws: `WebFault.tooLarge` beyond the limit.
    static func json(of request: Request) async throws -> JSON? {
        if let length = request.headers[.contentLength].flatMap(Int.init), length > mostBytes {
            throw WebFault.tooLarge
        }
        let body = try await request.body.collect(upTo: mostBytes)
        return try? JSON(parsing: Array(body.readableBytesView))
    }

    /// 64 KB: a report has a few, and nothing else is ever sent.
    static let mostBytes = 65_536

    private static func response(_ status: HTTPResponse.Status, _ json: JSON) -> Response {
        Response(
            status: status,
            headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: json.bytes(.canonical))))
    }
}
