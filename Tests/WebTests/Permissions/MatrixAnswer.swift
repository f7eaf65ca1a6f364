import Glibc
import HTTPTypes
import HummingbirdTesting
import NIOCore

/// What came back, byte for byte, without the date, and what was read for it.
struct MatrixAnswer: Equatable, Sendable {
    var status: HTTPResponse.Status
    var headers: HTTPFields
    var body: String
    /// What the site asked of its ports to make it.
    var asked: [String] = []

    init(_ response: TestResponse) {
        status = response.status
        headers = response.headers
        headers[.date] = nil
        body = String(buffer: response.body)
    }

    /// Those of the words that stand anywhere in it.
    func said(of words: [String]) -> [String] {
        let everything = headers.map(\.value).joined(separator: "\n") + "\n" + body
        return everything.withCString { text in
            words.filter { word in word.withCString { strstr(text, $0) != nil } }
        }
    }

    /// The same without the ids that it was about, and so without the length that hangs on them.
    func emptied(of object: MatrixObject) -> MatrixAnswer {
        var emptied = self
        emptied.body = object.emptied(body)
        emptied.headers[.location] = headers[.location].map { object.emptied($0) }
        emptied.headers[.contentLength] = nil
        return emptied
    }

    /// Where two answers part, in words without what they say.
    func unlike(_ other: MatrixAnswer) -> String {
        if status != other.status { return "\(status.code) and \(other.status.code)" }
        if headers != other.headers { return "headers" }
        if body != other.body { return "bodies of \(body.utf8.count) and \(other.body.utf8.count) bytes" }
        return "asked \(asked.joined(separator: " ")) and \(other.asked.joined(separator: " "))"
    }
}
