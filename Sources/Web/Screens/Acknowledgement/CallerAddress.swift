import HTTPTypes
import Hummingbird

/// Where a request comes from, as far as the proxy in front says: to count failures, never to be written down.
///
/// A proxy adds the address it sees at the end. Without a proxy all callers count as one, and the header could
/// be made up: the limit then protects the machine, while the length of the secret protects the link.
struct CallerAddress {
    let text: String

    init(_ request: Request) {
        let forwarded = HTTPField.Name("X-Forwarded-For").flatMap { request.headers[$0] }
        let last = forwarded?.split(separator: ",").last?.filter { $0 != " " } ?? ""
        text = last.isEmpty ? "direct" : String(last.prefix(Self.longest))
    }

    private static let longest = 64
}
