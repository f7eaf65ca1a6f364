import Access
import CaseRegister
import Catalog
import HTML

/// A form for one verb: its words, what it is about, and what it asks for.
struct ActSheet {
    let word: ActWord
    let label: String
    /// What the act is about, sent with it and never typed.
    var about: [(name: String, value: String)] = []
    var parts: [Part] = []
    var style: ActForm.Button.Style = .quiet
    var key: String?
    /// Whether it may have happened before now.
    var mayBeEarlier = true

    /// One thing that is asked.
    enum Part {
        /// One of a coded list; the list says the question.
        case code(ActField, list: String)
        case text(ActField, label: String, hint: String? = nil)
        case day(ActField, label: String)
        case instant(ActField, ActField, label: String)
        case choice(ActField, label: String, [CodeChoice.Option])
        case yesNo(ActField, label: String)
        /// Boxes of which any number may be ticked.
        case boxes(label: String, [(name: String, label: String)])
    }
}

/// Draws a form for one verb: a button where nothing is asked, else folded away behind its words.
struct ActSheetView {
    let sheet: ActSheet
    let scene: CaseScene

    var html: HTML {
        if sheet.parts.isEmpty { return form(nil).html }
        return """
            <details\(Attribute("open", when: isTyped))\(sheet.key.flatMap { Attribute("data-key", $0) })>\
            <summary>\(sheet.label)\(cap)</summary>\(form(fields).html)</details>
            """
    }

    private var cap: HTML? { sheet.key.map { " <kbd class=\"wide-only\">\($0.uppercased())</kbd>" } }

    private var isTyped: Bool { scene.memory.isAbout(sheet.word, sheet.about) }

    private func form(_ fields: HTML?) -> ActForm {
        ActForm(
            action: .caseActs(scene.id), token: scene.visitor.formToken, act: sheet.word.text,
            seen: scene.state.version,
            hidden: sheet.about + [(name: ActField.back.rawValue, value: scene.back.rawValue)],
            fields: fields,
            button: ActForm.Button(
                label: fields == nil ? sheet.label : scene.words[.send], style: sheet.style,
                key: fields == nil ? sheet.key : nil))
    }

    private var fields: HTML {
        let drawn: [HTML] = sheet.parts.map(part)
        return sheet.mayBeEarlier ? "\(drawn)\(earlier)" : drawn.joined()
    }

    /// The fields for what happened before now; both times are then kept.
    private var earlier: HTML {
        """
        <details\(Attribute("open", when: isTyped && !typed(.declaredDay).isEmpty))><summary>\
        \(scene.words[.earlier])</summary><p class="hint">\(scene.words[.earlierHint])</p>\
        <div class="pair">\(dayField(.declaredDay, nil, isRequired: false))\
        \(hourField(.declaredHour, isRequired: false))</div></details>
        """
    }

    private func part(_ part: ActSheet.Part) -> HTML {
        switch part {
        case .code(let field, let list): coded(field, list)
        case .text(let field, let label, let hint): text(field, label, hint)
        case .day(let field, let label): dayField(field, label, isRequired: true)
        case .instant(let day, let hour, let label):
            """
            <div class="pair">\(dayField(day, label, isRequired: true))\(hourField(hour, isRequired: true))</div>
            """
        case .choice(let field, let label, let options): choice(field, label, options)
        case .yesNo(let field, let label): yesNo(field, label)
        case .boxes(let label, let boxes): self.boxes(label, boxes)
        }
    }

    private func coded(_ field: ActField, _ list: String) -> HTML {
        choice(field, scene.names.title(of: list), scene.names.options(of: list))
    }

    private func choice(_ field: ActField, _ label: String, _ options: [CodeChoice.Option]) -> HTML {
        CodeChoice(name: field.rawValue, label: label, options: options, chosen: typed(field)).html(
            scene.texts, id: id(field.rawValue))
    }

    private func yesNo(_ field: ActField, _ label: String) -> HTML {
        let options = [
            CodeChoice.Option(id: "yes", label: scene.texts[CommonText.yes]),
            CodeChoice.Option(id: "no", label: scene.texts[CommonText.no]),
        ]
        return CodeChoice(
            name: field.rawValue, label: label, options: options, chosen: typed(field), style: .radios
        ).html(scene.texts, id: id(field.rawValue))
    }

    private func boxes(_ label: String, _ boxes: [(name: String, label: String)]) -> HTML {
        let drawn: [HTML] = boxes.map { box in
            """
            <label><input type="checkbox" name="\(box.name)" value="yes"\
            \(Attribute("checked", when: isTyped && scene.memory.typed(box.name) == "yes"))>\
            <span>\(box.label)</span></label>
            """
        }
        return "<fieldset class=\"radios\"><legend>\(label)</legend>\(drawn)</fieldset>"
    }

    private func text(_ field: ActField, _ label: String, _ hint: String?) -> HTML {
        TextField(
            name: field.rawValue, label: label, value: typed(field), hint: hint, problem: problem(field),
            most: field == .text ? 2_000 : 80, isNumeric: field == .length
        ).html(id: id(field.rawValue))
    }

    private func dayField(_ field: ActField, _ label: String?, isRequired: Bool) -> HTML {
        TextField(
            name: field.rawValue, label: label ?? scene.texts[DeskText.day], value: typed(field),
            hint: scene.texts[DeskText.dayHint],
            problem: isWrong(field) ? scene.texts[DeskText.dayWrong] : nil, most: 10,
            isRequired: isRequired, isShort: true
        ).html(id: id(field.rawValue))
    }

    private func hourField(_ field: ActField, isRequired: Bool) -> HTML {
        TextField(
            name: field.rawValue, label: scene.texts[DeskText.hour], value: typed(field),
            hint: scene.texts[DeskText.hourHint],
            problem: isWrong(field) ? scene.texts[DeskText.hourWrong] : nil, most: 5,
            isRequired: isRequired, isShort: true
        ).html(id: id(field.rawValue))
    }

    private func problem(_ field: ActField) -> String? { isWrong(field) ? scene.words[.fieldWrong] : nil }

    private func isWrong(_ field: ActField) -> Bool { isTyped && scene.memory.wrong == field }

    private func typed(_ field: ActField) -> String { isTyped ? scene.memory.typed(field.rawValue) : "" }

    /// Unique on the page: the verb, the first letters of what it is about, the field.
    private func id(_ field: String) -> String {
        ([sheet.word.text] + sheet.about.map { String($0.value.prefix(8)) } + [field]).joined(separator: "-")
    }
}
