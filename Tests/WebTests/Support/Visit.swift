import HTTPTypes
import HummingbirdTesting
import NIOCore

/// One answer of the site, read as a person or a browser reads it.
struct Visit {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let html: String

    init(_ response: TestResponse) {
        status = response.status
        headers = response.headers
        html = String(buffer: response.body)
    }

    /// A page of a test.
    init(html: String) {
        (status, headers) = (.ok, [:])
        self.html = html
    }

    /// The words between the tags, with single spaces.
    var text: String {
        var text = ""
        var isInTag = false
        for character in html {
            switch character {
            case "<": isInTag = true
            case ">": isInTag = false
            default: if !isInTag { text.append(character) }
            }
        }
        let escapes = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "\u{A0}": " ", "&amp;": "&"]
        for (escape, character) in escapes.sorted(by: { $0.key > $1.key }) {
            text = text.replacing(escape, with: character)
        }
        return text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }

    /// The words of the box with what was typed into a form that is gone; nil where there is none.
    var kept: String? {
        guard let start = html.firstRange(of: "id=\"escrito\"") else { return nil }
        let rest = html[start.upperBound...]
        return String(rest[..<(rest.firstRange(of: "</section>")?.lowerBound ?? rest.endIndex)])
    }

    /// The addresses that the links of the page dial, in order.
    var calls: [String] {
        html.matches(of: /href="(tel:[^"]*)"/).map { String($0.output.1) }
    }

    /// The values of every hidden field by name; the choice of a language is a form of its own on every page.
    var hidden: [String: String] {
        let html = html.replacing(/<form method="post" action="\/idioma"[^>]*>.*?<\/form>/, with: "")
        let found = html.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)"/)
        return Dictionary(found.map { (String($0.output.1), String($0.output.2)) }, uniquingKeysWith: { $1 })
    }

    /// What a browser would send of this page as it was shown: hidden, checked and chosen fields.
    var filled: [String: String] {
        var filled = hidden
        for input in html.matches(
            of: /<input type="(?:radio|checkbox)" name="([^"]*)" value="([^"]*)" checked/)
        {
            filled[String(input.output.1)] = String(input.output.2)
        }
        for list in html.matches(of: /<select[^>]*? name="([^"]*)".*?<\/select>/.dotMatchesNewlines()) {
            let chosen = list.output.0.firstMatch(of: /value="([^"]*)" selected/)
            filled[String(list.output.1)] = chosen.map { String($0.output.1) } ?? ""
        }
        return filled
    }

    /// The names of every field that a person can fill in.
    var fields: Set<String> {
        let found = html.matches(
            of: /<(?:input type="(?:radio|checkbox|text)"|select[^>]*?)[^>]*? name="([^"]*)"/)
        return Set(found.map { String($0.output.1) })
    }
}

extension TestClientProtocol {
    func get(_ path: String, headers: HTTPFields = [:]) async throws -> Visit {
        try await execute(uri: path, method: .get, headers: headers) { Visit($0) }
    }

    /// Sends a form as a browser does.
    func post(
        _ path: String, _ fields: [String: String], headers: HTTPFields = [:]
    ) async throws -> Visit {
        let body = fields.map { "\(Self.encoded($0.key))=\(Self.encoded($0.value))" }.sorted()
        return try await post(path, raw: body.joined(separator: "&"), headers: headers)
    }

    func post(_ path: String, raw body: String, headers: HTTPFields = [:]) async throws -> Visit {
        var sent: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        for field in headers { sent[field.name] = field.value }
        return try await execute(uri: path, method: .post, headers: sent, body: ByteBuffer(string: body)) {
            Visit($0)
        }
    }

    /// Sends everything that a page carries along together with new answers.
    func goOn(from page: Visit, _ answers: [String: String], to: String) async throws -> Visit {
        var fields = page.filled.merging(answers) { $1 }
        fields["to"] = to
        return try await post("/", fields)
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }.joined()
    }
}
