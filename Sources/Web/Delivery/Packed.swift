import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Bytes that are the same for everybody, packed as small as whoever asks can read.
///
/// A class, because each form is made once, when it is first asked for.
final class Packed: Sendable {
    let plain: [UInt8]
    private let made = Mutex<[ContentCoding: [UInt8]]>([:])

    init(_ plain: [UInt8]) { self.plain = plain }

    /// An answer with these bytes; the headers say what they are.
    func response(_ headers: HTTPFields, to request: Request) -> Response {
        var headers = headers
        headers[.vary] = "Accept-Encoding"
        var bytes = plain
        for coding in ContentCoding.allCases where coding.isAccepted(by: request) {
            guard let packed = packed(coding) else { continue }
            headers[.contentEncoding] = coding.rawValue
            bytes = packed
            break
        }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func packed(_ coding: ContentCoding) -> [UInt8]? {
        made.withLock { made in
            if let packed = made[coding] { return packed }
            let packed = coding.compress(plain)
            made[coding] = packed
            return packed
        }
    }
}

/// How bytes are packed on the way, the smallest first.
enum ContentCoding: String, CaseIterable {
    case brotli = "br"
    case gzip

    /// Whether whoever asks can read it.
    func isAccepted(by request: Request) -> Bool {
        guard let accepted = request.headers[.acceptEncoding] else { return false }
        return accepted.split(separator: ",").contains { part in
            let words = part.filter { $0 != " " }.lowercased().split(separator: ";")
            return (words.first == rawValue[...] || words.first == "*") && !words.contains("q=0")
        }
    }

    fileprivate func compress(_ content: [UInt8]) -> [UInt8]? {
        switch self {
        case .brotli: Brotli.compress(content)
        case .gzip: Gzip.compress(content, level: 9)
        }
    }
}
