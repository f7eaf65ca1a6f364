import HTML

/// A form that asks for one act: the verb, the version that was seen, ids drawn before the first try.
struct ActForm {
    /// Where it is sent.
    let action: Page
    /// The token of the session.
    let token: String
    /// The verb, as the address of acts reads it.
    let act: String
    /// The version that was seen; nil where the act does not hang on it.
    var seen: Int?
    /// Ids and other values that the person does not type.
    var hidden: [(name: String, value: String)] = []
    /// What the person fills in.
    var fields: HTML?
    let button: Button

    /// The one button of the form.
    struct Button {
        let label: String
        var style: Style = .filled
        /// The key that presses it, such as `a`; shown as a key cap.
        var key: String?

        enum Style: String {
            case filled = ""
            case quiet = "quiet"
            case danger = "danger"
        }
    }

    /// The name of the field that holds the verb.
    static let actField = "acto"
    /// The name of the field that holds the version seen.
    static let seenField = "visto"

    var html: HTML {
        """
        <form method="post" action="\(action.address)" autocomplete="off">\(FormToken(token).html)\
        \(Self.hidden(Self.actField, act))\(seen.map { Self.hidden(Self.seenField, String($0)) })\
        \(hidden.map { Self.hidden($0.name, $0.value) })\(fields)\(submit)</form>
        """
    }

    private var submit: HTML {
        let cap: HTML? = button.key.map { "<kbd class=\"wide-only\">\($0.uppercased())</kbd>" }
        let control: HTML = """
            <button\(Attribute("class", button.style.rawValue, when: button.style != .filled))\
            \(button.key.flatMap { Attribute("data-key", $0) })>\(button.label)\(cap)</button>
            """
        return fields == nil ? control : "<p class=\"acts gap-top\">\(control)</p>"
    }

    /// A field that the person does not see.
    static func hidden(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }
}
