import Catalog
import HTML

/// One choice from a closed list, such as the reason of a rejection: a list to open or a group of radios.
struct CodeChoice {
    let name: String
    let label: String
    let options: [Option]
    var chosen: String?
    var hint: String?
    var style: Style = .list
    /// Whether the browser asks for an answer before it sends.
    var isRequired = true

    /// One line of the list.
    struct Option: Equatable, Sendable {
        let id: String
        let label: String
    }

    enum Style { case list, radios }

    func html(_ texts: Texts, id: String) -> HTML {
        switch style {
        case .list: list(texts, id)
        case .radios: radios
        }
    }

    private func list(_ texts: Texts, _ id: String) -> HTML {
        """
        <div class="field"><label for="\(id)">\(label)</label>\
        \(hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\($0)</p>" as HTML })\
        <select id="\(id)" name="\(name)"\(hint == nil ? nil : Attribute("aria-describedby", "\(id)-hint"))\
        \(Attribute("required", when: isRequired))><option value="">\(texts[DeskText.choose])</option>\
        \(options.map(option))</select></div>
        """
    }

    private func option(_ option: Option) -> HTML {
        """
        <option value="\(option.id)"\(Attribute("selected", when: option.id == chosen))>\(option.label)</option>
        """
    }

    private var radios: HTML {
        let choices: [HTML] = options.map { option in
            """
            <label><input type="radio" name="\(name)" value="\(option.id)"\
            \(Attribute("checked", when: option.id == chosen))\(Attribute("required", when: isRequired))>\
            <span>\(option.label)</span></label>
            """
        }
        return """
            <fieldset class="radios"><legend>\(label)</legend>\
            \(hint.map { "<p class=\"hint\">\($0)</p>" as HTML })\(choices)</fieldset>
            """
    }
}
