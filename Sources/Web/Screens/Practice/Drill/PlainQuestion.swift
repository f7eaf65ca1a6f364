import HTML

/// Draws one question with its options as plain buttons of a group.
struct PlainQuestion {
    let ask: String
    let name: String
    let options: [(text: String, value: Int)]
    /// The option that was taken before.
    var chosen: Int?

    var html: HTML {
        let choices: [HTML] = options.map { option in
            """
            <label class="choice"><input type="radio" name="\(name)" value="\(option.value)"\
            \(Attribute("checked", when: option.value == chosen))><span>\(option.text)</span></label>
            """
        }
        return """
            <fieldset class="ask"><legend>\(ask)</legend><div class="choices one">\(choices)</div></fieldset>
            """
    }
}
