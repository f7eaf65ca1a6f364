import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the page on which a street sheet is typed in.
struct StreetSheetView {
    let form: StreetSheetForm
    let reading: StreetSheetReading?
    let stage: Stage
    let formToken: String
    let head: StaffHead
    let catalog: ProtocolCatalog

    /// How far it has come.
    enum Stage: Equatable, Sendable {
        case asked
        /// Read without a fault, to be looked at.
        case understood
        case kept(CaseReference, CaseID)
        /// The register did not take it.
        case failed
    }

    private var texts: Texts { catalog.content.texts }
    private var words: Words<StreetSheetText> { Words(texts) }

    var document: Document {
        Document(
            title: words[.entryTitle], frame: .staff(head),
            main: """
                <div class="narrow stack"><div><h1>\(words[.entryTitle])</h1><p class="lead">\(words[.entryLead])</p></div>\
                \(content)</div>
                """)
    }

    private var content: HTML {
        switch stage {
        case .asked: "\(faults)\(fields)"
        case .understood: "\(understood)\(fields)"
        case .failed: "\(failed)\(fields)"
        case .kept(let code, let id): kept(code, id)
        }
    }

    private var fields: HTML {
        let district = DistrictChoiceView(
            choice: DistrictChoice(
                catalog.content.districts, chosen: catalog.content.districts[.init(form.district)]?.id),
            name: StreetSheetForm.districtField, texts: texts, label: words[.district])
        let number = TextField(
            name: StreetSheetForm.numberField, label: words[.entryNumber], value: form.number,
            hint: words[.entryNumberHint], most: 16, isShort: true)
        let day = TextField(
            name: StreetSheetForm.dayField, label: words[.day], value: form.day, most: 10, isShort: true)
        let hour = TextField(
            name: StreetSheetForm.hourField, label: words[.hour], value: form.hour, most: 5, isShort: true)
        return """
            <form class="box stack" method="post" action="\(Page.plain(.streetSheet).address)" autocomplete="off">\
            \(FormToken(formToken).html)\(number.html(id: "hoja"))<div class="pair">\(day.html(id: "dia"))\
            \(hour.html(id: "hora"))</div>\(district.html)<div class="field"><label for="codigos">\(words[.entryCodes])\
            </label><p class="hint" id="codigos-hint">\(words[.entryCodesHint])</p>\
            <textarea id="codigos" name="\(StreetSheetForm.codesField)" rows="3" maxlength="\(StreetSheetForm.mostCodes)" \
            class="mono" autocapitalize="characters" spellcheck="false" aria-describedby="codigos-hint">\(form.codes)</textarea></div>\
            <p class="acts"><button>\(words[.entryRead])</button></p></form>
            """
    }

    private var faults: HTML? {
        guard let reading, !reading.faults.isEmpty else { return nil }
        let items: [HTML] = reading.faults.map { "<li>\(said($0))</li>" }
        return """
            <div class="note late" role="alert"><h2>\(words[.wrongTitle])</h2><ul>\(items)</ul>\
            <p>\(words[.wrongSafe])</p></div>
            """
    }

    private func said(_ fault: StreetSheetReading.Fault) -> String {
        switch fault {
        case .number: words[.wrongNumber]
        case .day: words[.wrongDay]
        case .hour: words[.wrongHour]
        case .future: words[.wrongFuture]
        case .district: words[.wrongDistrict]
        case .length(let code): words[.wrongLength, ["code": code]]
        case .character(let code): words[.wrongCharacter, ["code": code]]
        case .check(let code): words[.wrongCheck, ["code": code]]
        case .unknownCode(let code): words[.wrongCode, ["code": code]]
        case .twice(let question): words[.wrongTwice, ["question": question]]
        }
    }

    /// What was read, in the words of the sheet, before it is kept.
    private var understood: HTML {
        let boxes = StreetSheetBoxes(catalog.content)
        let codes = Set((reading?.marked ?? []).map(\.code))
        let lines: [(label: String, value: HTML)] = boxes.groups.compactMap { group in
            let chosen = group.boxes.filter { codes.contains($0.code) }.map(\.label)
            return chosen.isEmpty ? nil : (group.question, "\(chosen.joined(separator: "; "))")
        }
        let list: HTML = lines.isEmpty ? "<p>\(words[.nothingMarked])</p>" : FactsList(lines).html
        let kept: [HTML] = [
            (StreetSheetForm.numberField, form.number), (StreetSheetForm.dayField, form.day),
            (StreetSheetForm.hourField, form.hour), (StreetSheetForm.districtField, form.district),
            (StreetSheetForm.codesField, form.codes), (StreetSheetForm.checkedField, "si"),
        ].map { ActForm.hidden($0.0, $0.1) }
        return """
            <section class="box stack" aria-labelledby="understood"><h2 id="understood">\(words[.understood])</h2>\(list)\
            <form method="post" action="\(Page.plain(.streetSheet).address)">\(FormToken(formToken).html)\(kept)\
            <p>\(words[.entryCheck])</p><p class="acts"><button autofocus>\(words[.entryKeep])</button></p></form></section>\
            <h2>\(words[.entryChange])</h2>
            """
    }

    private var failed: HTML {
        """
        <div class="note late" role="alert"><h2>\(words[.notKept])</h2><p>\(words[.notKeptDo])</p></div>\(understood)
        """
    }

    private func kept(_ code: CaseReference, _ id: CaseID) -> HTML {
        """
        <section class="box" role="status" aria-labelledby="kept"><h2 id="kept">\
        \(StateMark(.done, words[.kept]).html(texts)) <span class="code">\(code.text)</span></h2>\
        <p class="acts"><a class="btn" href="\(Page.queueCase(id).address)">\(words[.keptOpen])</a>\
        <a class="btn quiet" href="\(Page.plain(.streetSheet).address)">\(words[.keptNext])</a></p></section>
        """
    }
}
