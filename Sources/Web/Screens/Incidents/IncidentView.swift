import Catalog
import HTML

/// Draws the form of a data incident: what must be said within 48 hours.
struct IncidentView {
    let form: IncidentForm
    let faults: [IncidentForm.Fault]
    let head: StaffHead
    let names: CatalogNames

    private var words: Words<IncidentText> { Words(names.texts) }

    var document: Document {
        Document(
            title: words[.title], frame: .staff(head),
            main: """
                <div class="narrow stack"><div><h1>\(words[.title])</h1><p class="lead">\(words[.lead])</p></div>\
                \(problems)\(fields)</div>
                """)
    }

    private var problems: HTML? {
        guard !faults.isEmpty else { return nil }
        let items: [HTML] = faults.map { fault in
            switch fault {
            case .kind: "<li>\(words[.wrongKind])</li>"
            case .known: "<li>\(words[.wrongKnown])</li>"
            case .window: "<li>\(words[.wrongWindow])</li>"
            }
        }
        return """
            <div class="note late" role="alert"><h2>\(words[.wrongTitle])</h2><ul>\(items)</ul>\
            <p>\(words[.wrongSafe])</p></div>
            """
    }

    private var fields: HTML {
        let kind = CodeChoice(
            name: IncidentForm.kindField, label: names.title(of: IncidentForm.kinds),
            options: names.options(of: IncidentForm.kinds), chosen: form.kind)
        return """
            <form class="box stack" method="post" action="\(Page.plain(.incidents).address)" autocomplete="off">\
            \(FormToken(head.formToken).html)\(kind.html(names.texts, id: "kind"))<h2>\(words[.known])</h2>\
            <div class="pair">\(field(.knownDay, .knownDay, isShort: true))\(field(.knownHour, .knownHour, isShort: true))</div>\
            <h2>\(words[.window])</h2><p class="hint">\(words[.windowHint])</p>\
            <div class="pair">\(field(.fromDay, .fromDay, isShort: true))\(field(.fromHour, .fromHour, isShort: true))</div>\
            <div class="pair">\(field(.untilDay, .untilDay, isShort: true))\(field(.untilHour, .untilHour, isShort: true))</div>\
            \(field(.account, .account, .accountHint))\(data)\(field(.people, .people, .peopleHint))\
            <p class="note">\(words[.noNames])</p>\(area(.consequences, .consequences))\(area(.measures, .measures))\
            \(field(.officer, .officer, .officerHint))\(field(.body, .body, .bodyHint))\
            <p class="acts"><button>\(words[.make])</button>\
            <button class="quiet" name="\(Paper.formatField)" value="\(Paper.pdf)">\(Words<PaperText>(names.texts)[.pdf])</button>\
            </p></form>
            """
    }

    private var data: HTML {
        let boxes: [HTML] = names.options(of: IncidentForm.dataKinds).map { option in
            """
            <li><label><input type="checkbox" name="\(IncidentForm.dataPrefix + option.id)" value="si"\
            \(Attribute("checked", when: form.data.contains(option.id)))> \(option.label)</label></li>
            """
        }
        return """
            <fieldset class="field"><legend>\(words[.data])</legend><ul class="plainlist">\(boxes)</ul></fieldset>
            """
    }

    private func field(
        _ field: IncidentForm.Field, _ label: IncidentText, _ hint: IncidentText? = nil, isShort: Bool = false
    ) -> HTML {
        TextField(
            name: field.rawValue, label: words[label], value: form[field], hint: hint.map { words[$0] },
            most: isShort ? 10 : 160, isRequired: isShort, isShort: isShort
        ).html(id: field.rawValue)
    }

    private func area(_ field: IncidentForm.Field, _ label: IncidentText) -> HTML {
        """
        <div class="field"><label for="\(field.rawValue)">\(words[label])</label><textarea id="\(field.rawValue)" \
        name="\(field.rawValue)" rows="3" maxlength="\(IncidentForm.most)">\(form[field])</textarea></div>
        """
    }
}
