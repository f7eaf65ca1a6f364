import HTML

/// One line that a person types: label, hint, what was typed, and what is wrong with it.
struct TextField {
    let name: String
    let label: String
    var value = ""
    var hint: String?
    /// What is wrong with the value and how to mend it; nil where nothing is.
    var problem: String?
    /// How many characters it may have.
    var most = 64
    var isRequired = true
    /// Whether it is drawn narrow: for hours, days and codes.
    var isShort = false
    /// Opens the keyboard with digits on phones.
    var isNumeric = false

    func html(id: String) -> HTML {
        let notes = [hint == nil ? nil : "\(id)-hint", problem == nil ? nil : "\(id)-wrong"].compactMap(
            \.self)
        return """
            <div class="field"><label for="\(id)">\(label)</label>\
            \(hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\($0)</p>" as HTML })\
            <input id="\(id)" type="text" name="\(name)" value="\(value)" maxlength="\(most)" autocomplete="off"\
            \(Attribute("class", "short", when: isShort))\(Attribute("inputmode", "numeric", when: isNumeric))\
            \(Attribute("aria-describedby", notes.joined(separator: " "), when: !notes.isEmpty))\
            \(Attribute("aria-invalid", "true", when: problem != nil))\(Attribute("required", when: isRequired))>\
            \(problem.map { "<p class=\"wrong\" id=\"\(id)-wrong\">\($0)</p>" as HTML })</div>
            """
    }
}
