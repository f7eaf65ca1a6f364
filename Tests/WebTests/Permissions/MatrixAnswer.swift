import Glibc
import HTTPTypes
import HummingbirdTesting
import NIOCore

/// What came back, byte for byte, without the date.
struct MatrixAnswer: Equatable, Sendable {
    var status: HTTPResponse.Status
    var headers: HTTPFields
    var body: String

    init(_ response: TestResponse) {
        status = response.status
        headers = response.headers
        headers[.date] = nil
        body = String(buffer: response.body)
    }

    /// Whether a word stands anywhere in it.
    func says(_ word: String) -> Bool {
        if headers.contains(where: { $0.value.contains(word) }) { return true }
        return body.withCString { text in word.withCString { strstr(text, $0) != nil } }
    }

    /// The same without what differs from request to request: the ids that it was about, and drawn ones.
    func emptied(of object: MatrixObject) -> MatrixAnswer {
        var emptied = self
        emptied.body = Self.withoutDrawnIDs(object.emptied(body))
        emptied.headers[.location] = headers[.location].map { object.emptied($0) }
        emptied.headers[.contentLength] = nil
        return emptied
    }

    /// Ids of 32 hexadecimal digits, which a form draws anew each time.
    private static func withoutDrawnIDs(_ text: String) -> String {
        var kept: [UInt8] = []
        var run: [UInt8] = []
        for byte in text.utf8 {
            if (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) {
                run.append(byte)
                continue
            }
            if run.count != 32 { kept += run }
            run.removeAll(keepingCapacity: true)
            kept.append(byte)
        }
        return String(decoding: kept + (run.count == 32 ? [] : run), as: UTF8.self)
    }
}
