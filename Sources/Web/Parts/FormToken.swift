import HTML

/// The hidden field that binds a form to its session.
struct FormToken {
    let token: String

    init(_ token: String) { self.token = token }

    var html: HTML { "<input type=\"hidden\" name=\"\(Gate.tokenField)\" value=\"\(token)\">" }
}
