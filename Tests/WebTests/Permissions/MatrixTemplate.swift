import HTTPTypes

@testable import Web

/// One request before it is about anything: page, method, query and fields.
struct MatrixTemplate: Sendable {
    let pattern: PagePattern
    let method: HTTPRequest.Method
    let token: Token
    /// How it stands in a finding.
    let name: String
    /// The verb of the form, where it has one.
    let verb: String?
    private let address: MatrixText
    private let form: MatrixText?

    /// The token of the form.
    enum Token: CaseIterable, Sendable {
        case right, wrong, missing
    }

    /// - Parameter fields: the fields of the form, with places for ids.
    init(
        _ method: HTTPRequest.Method, _ pattern: PagePattern, query: String = "",
        fields: [String: String] = [:], token: Token = .right
    ) {
        self.pattern = pattern
        self.method = method
        self.token = token
        verb = fields[ActForm.actField]
        name = "\(method) \(pattern.rawValue)\(query) \(fields[ActForm.actField] ?? "") \(token)"
        address = MatrixText(
            pattern.rawValue.replacing(":name", with: "x").replacing(":paper", with: "ficha") + query)
        let pairs = fields.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "&")
        let encoded = pairs.replacing(" ", with: "+").replacing("á", with: "%C3%A1")
        form = method == .post ? MatrixText(encoded) : nil
    }

    /// Whether it is the same request about every object, which is then sent once.
    var isPlain: Bool { address.isPlain && form?.isPlain ?? true }

    /// The address about an object.
    func address(of object: MatrixObject) -> String { address.filled(with: object) }

    /// The form about an object, with the token of somebody's session or another one; nil where it has none.
    ///
    /// - Parameter formToken: what the session gave; nil without one.
    func body(about object: MatrixObject, formToken: String?) -> String? {
        guard let form else { return nil }
        let sent: String? =
            switch token {
            case .right: formToken
            case .wrong: "form-of-somebody-else"
            case .missing: nil
            }
        return form.filled(with: object) + (sent.map { "&\(Gate.tokenField)=\($0)" } ?? "")
    }
}
