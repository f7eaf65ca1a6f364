import Catalog
import HTTPTypes
import Hummingbird
import JSON
import NIOCore

/// Why a program gets no answer. What it may not see and what is not there look the same.
enum APIFault: Error, Equatable {
    case badRequest, unauthorized, notFound, tooLarge, mediaType, broken
    case notAllowed([HTTPRequest.Method])
    case tooMany(seconds: Int)

    /// What went wrong below the pages of people, said to a program.
    init(_ fault: WebFault) {
        self =
            switch fault {
            case .notFound, .mustEnter: .notFound
            case .methodNotAllowed(let methods): .notAllowed(methods)
            case .tooLarge: .tooLarge
            case .unreadable: .badRequest
            case .tooMany(let seconds): .tooMany(seconds: seconds)
            case .broken: .broken
            }
    }

    var status: HTTPResponse.Status {
        switch self {
        case .badRequest: .badRequest
        case .unauthorized: .unauthorized
        case .notFound: .notFound
        case .tooLarge: .contentTooLarge
        case .mediaType: .unsupportedMediaType
        case .broken: .internalServerError
        case .notAllowed: .methodNotAllowed
        case .tooMany: .tooManyRequests
        }
    }

    private var word: APIText {
        switch self {
        case .badRequest: .badRequest
        case .unauthorized: .unauthorized
        case .notFound: .notFound
        case .tooLarge: .tooLarge
        case .mediaType: .mediaType
        case .broken: .broken
        case .notAllowed: .notAllowed
        case .tooMany: .tooMany
        }
    }

    /// The fault as a problem (RFC 9457).
    func response(_ texts: Texts) -> Response {
        var headers: HTTPFields = [.contentType: Self.media, .cacheControl: "no-store"]
        switch self {
        case .notAllowed(let methods): headers[.allow] = methods.map(\.rawValue).joined(separator: ", ")
        case .tooMany(let seconds): headers[.retryAfter] = String(seconds)
        case .unauthorized: headers[.wwwAuthenticate] = "Bearer realm=\"ruta\", Basic realm=\"ruta\""
        case .badRequest, .notFound, .tooLarge, .mediaType, .broken: break
        }
        let json: JSON = [
            "type": "about:blank", "title": .string(texts[word]), "status": .integer(Int64(status.code)),
        ]
        return Response(
            status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: json.bytes())))
    }

    static let media = "application/problem+json"
}
