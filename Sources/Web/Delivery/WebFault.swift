import HTTPTypes

/// Why a request gets no page of its own; each one is explained in words.
enum WebFault: Error, Equatable {
    /// There is no session, or it has ended.
    case mustEnter
    case notFound
    case methodNotAllowed([HTTPRequest.Method])
    case tooLarge
    /// Sent in another form than that of our pages, or from another site.
    case unreadable
    /// More requests of one session than a person can make; how many seconds to wait.
    case tooMany(seconds: Int)
    case broken

    var status: HTTPResponse.Status {
        switch self {
        case .mustEnter: .seeOther
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .tooLarge: .contentTooLarge
        case .unreadable: .unprocessableContent
        case .tooMany: .tooManyRequests
        case .broken: .internalServerError
        }
    }
}
