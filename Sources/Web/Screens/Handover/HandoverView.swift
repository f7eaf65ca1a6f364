import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the page of the handover: the cases by danger, and the signature of who takes them.
struct HandoverView {
    let model: HandoverModel
    let head: StaffHead
    let names: CatalogNames

    private var words: Words<HandoverText> { Words(names.texts) }

    var document: Document {
        Document(
            title: words[.title], frame: .staff(head),
            main: """
                <div class="wrap stack" data-now="\(model.now.millisecondsSinceEpoch)"><h1>\(words[.title])</h1>\
                \(problem)\(model.cases.isEmpty ? empty : form)\(report)</div>
                """)
    }

    private var report: HTML {
        """
        <p class="acts gap-top"><a class="btn quiet" href="\(Page.plain(.shiftReport).address)">\
        \(Words<ShiftReportText>(names.texts)[.see])</a></p>
        """
    }

    private var empty: HTML {
        "<p class=\"lead\">\(words[.empty])</p><p>\(words[.emptyDo])</p>"
    }

    private var problem: HTML? {
        guard let problem = model.attempt?.problem else { return nil }
        let said =
            switch problem {
            case .nothingChosen: words[.nothingChosen]
            case .signature: words[.notSigned]
            }
        return """
            <div class="note late" role="alert"><h2>\(said)</h2><p>\(words[.nothingMoved])</p></div>
            """
    }

    private var form: HTML {
        """
        <p class="lead">\(words[.lead, ["count": String(model.cases.count)]])</p>\
        <form method="post" action="\(Page.plain(.handover).address)" autocomplete="off">\
        \(FormToken(head.formToken).html)\(HandoverCase.Group.allCases.compactMap(section))\
        \(SignatureFields(
            title: words[.signature], account: model.attempt?.form.account ?? "", failure: model.failure,
            texts: names.texts
        ).html)<p class="hint">\(words[.rule])</p>\
        <p class="acts gap-top"><button>\(words[.submit])</button></p></form>
        """
    }

    private func section(_ group: HandoverCase.Group) -> HTML? {
        let cases = model.cases.filter { $0.group == group }
        guard !cases.isEmpty else { return nil }
        let id = "group-\(group.rawValue)"
        return """
            <section class="box" aria-labelledby="\(id)"><h2 id="\(id)">\(title(group))</h2>\
            <ul class="plainlist goals">\(cases.map(item))</ul></section>
            """
    }

    private func title(_ group: HandoverCase.Group) -> String {
        switch group {
        case .gap: words[.gap]
        case .custody: words[.custody]
        case .soon: words[.soon]
        case .rest: words[.rest]
        }
    }

    private func item(_ shown: HandoverCase) -> HTML {
        let place = shown.district.map(names.district) ?? ""
        return """
            <li><label><input type="checkbox" name="\(HandoverForm.box(shown.id))" value="\(shown.version)"\
            \(Attribute("checked", when: model.isChosen(shown.id)))> <span class="code">\(shown.reference)</span> \
            \(place)</label> <a href="\(Page.caseFile(shown.id).address)">\(words[.open])</a>\
            \(next(shown))\(shown.people.map(person))</li>
            """
    }

    private func next(_ shown: HandoverCase) -> HTML {
        guard let owed = shown.next else { return "<p>\(words[.nothingOwed])</p>" }
        let face = ClockFace(owed, now: model.now)
        let what = words[
            .owed, ["body": names.institution(owed.institution), "what": names.kind(owed.kind)]]
        let until = owed.due.map { due -> String in
            words[.until, ["day": due.dayText, "hour": due.hourText]]
        }
        return """
            <p>\(what) \(StateMark(face.state).html(names.texts)) \
            \(ClockText(face: face, texts: names.texts).html) \
            \(until.map { "<span class=\"muted\">\($0)</span>" as HTML })</p>
            """
    }

    private func person(_ person: HandoverCase.Person) -> HTML {
        let number = String(person.number)
        if let holder = person.holder {
            let body = names.institution(holder.institution)
            return "<p>\(words[.answers, ["number": number, "body": body, "post": holder.post]])</p>"
        }
        let said = words[.nobody, ["number": number]]
        return "<p>\(StateMark(person.isGap ? .late : .open, said).html(names.texts))</p>"
    }
}
