import HTTPTypes

@testable import Web

/// One request before it is about anything: page, method, query and fields.
struct MatrixTemplate: Sendable {
    let pattern: PagePattern
    let method: HTTPRequest.Method
    var query = ""
    /// The fields of the form, with places for ids.
    var fields: [String: String] = [:]
    var token = Token.right

    /// The token of the form.
    enum Token: CaseIterable, Sendable {
        case right, wrong, missing
    }

    var name: String {
        "\(method) \(pattern.rawValue)\(query) \(fields[ActForm.actField] ?? "") \(token)"
    }
}
