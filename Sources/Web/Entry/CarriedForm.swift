import HTML
import Hummingbird

/// A form that was sent after its session had ended: it is carried through the entry and sent again.
struct CarriedForm: Equatable, Sendable {
    /// The page that it was sent to.
    let path: [String]
    /// What was typed, in order, without secrets and without the token of the old session.
    let fields: [Field]

    struct Field: Equatable, Sendable {
        let name: String
        let value: String
    }

    /// The form of a request whose session has ended; nil where there is nothing to carry.
    ///
    /// The cookie of the ended session is asked for: no other site can make the browser send it, so no other
    /// site can put a form into somebody's hands here.
    init?(of request: Request, _ settings: WebSettings) async {
        guard request.method == .post, Gate.token(request, settings) != nil,
            let page = PagePattern(matching: request.uri.path), page.permission != nil, page != .leave,
            // A file is not carried: it is chosen again.
            let form = try? await UploadedForm(
                of: request,
                file: [ImageForm.fileField, BringingRoutes.fileField, BringingRoutes.tableField],
                most: 0
            ).fields
        else { return nil }
        self.init(path: request.uri.path, fields: form.values)
    }

    /// The form as the page of entering carried it; nil where it carried none.
    init?(carriedIn form: FormFields) {
        guard let path = form[Self.pathField], let page = PagePattern(matching: path),
            page.permission != nil, page != .leave
        else { return nil }
        let carried = form.values.compactMap { name, value in
            name.hasPrefix(Self.mark) ? (String(name.dropFirst(Self.mark.count)), value) : nil
        }
        self.init(path: path, fields: Dictionary(carried, uniquingKeysWith: { $1 }))
    }

    private init?(path: String, fields: [String: String]) {
        let parts = path.split(separator: "/").map(String.init)
        let isPlain = path.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte & 0xDF | 0x20)
                || byte == 0x2D || byte == 0x2F
        }
        guard isPlain, !fields.isEmpty else { return nil }
        self.path = parts
        let kept = fields.filter {
            !Self.left.contains($0.key) && !SecondSignature.secretFields.contains($0.key)
        }
        self.fields = kept.map(Field.init).sorted { $0.name < $1.name }
    }

    /// The hidden fields that carry it through the page of entering.
    var hidden: HTML {
        let carried: [HTML] = fields.map { field in
            "<input type=\"hidden\" name=\"\(Self.mark + field.name)\" value=\"\(field.value)\">"
        }
        return """
            <input type="hidden" name="\(Self.pathField)" value="\("/" + path.joined(separator: "/"))">\
            \(carried)
            """
    }

    /// The hidden fields as the page wants them that it was sent to.
    var plain: HTML {
        fields.map { field -> HTML in
            "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\">"
        }.joined()
    }

    /// What is not carried: a secret must not stand in a page, and the token was that of the old session.
    private static let left: Set<String> = [
        Gate.tokenField, AccountRoutes.secretField, AccountRoutes.passphraseField,
    ]
    private static let mark = "llevado."
    private static let pathField = "llevado-a"
}
