import CaseRegister
import Catalog
import HTML

/// Draws the page with the calls; it works without script and without a saved report.
struct CallsView {
    let model: CallsModel
    let texts: Texts

    var document: Document {
        Document(title: words[.title], frame: .street(model.head), main: main)
    }

    private var words: Words<CallsText> { Words(texts) }
    private var shared: Words<StreetText> { Words(texts) }

    private var main: HTML {
        var asked = Set(model.calls.compactMap { $0.answered?.name })
        if let implicated = model.implicated { asked.insert(implicated.name) }
        if model.districts != nil { asked.insert(StreetField.district) }
        let form = StreetFormView(visit: model.visit, texts: texts, asked: asked)
        return """
            <h1 class="hide">\(words[.heading])</h1>\(form.findings)\
            \(form.form(content))
            """
    }

    private var content: HTML {
        """
        \(SavingView(
            saving: model.saving, retry: .calls, isCentralTrusted: model.head.isCentralTrusted, texts: texts
        ).line)\
        \(model.districts.map(districtChoice))\
        \(emergencies)\(say)\
        <ol class="calls">\(model.calls.enumerated().map { call($1, number: $0 + 1) })</ol>\
        \(others)\(implicated)\
        <p class="hint">\(words[.directory, ["edition": model.edition]])</p>\
        <div class="dock still"><button name="\(StreetField.to)" value="\(StreetPage.seen.rawValue)" \
        data-wait="\(shared[.waiting])">\(words[.next])</button></div>\
        \(StreetFooter(back: .start, texts: texts).html)
        """
    }

    private var say: HTML {
        let aloud = model.say.map { texts.aloud(key(of: $0), values(of: $0)) }.joined(separator: " ")
        let meaning = model.say.map { words[key(of: $0), values(of: $0)] }.joined(separator: " ")
        return """
            <p class="say"><b>\(words[.say])</b> <span\(texts.inSpanish)>“\(aloud)”</span>\
            \(meaning == aloud ? nil : "<br>(\(meaning))" as HTML)</p>
            """
    }

    private func key(of line: CallsModel.SayLine) -> CallsText {
        switch line {
        case .opening(let district): district == nil ? .sayOpeningNoDistrict : .sayOpening
        case .people(.one): .sayOne
        case .people(.two): .sayTwo
        case .people(.threeOrMore): .sayThree
        case .people(.unknown): .sayCount
        case .maybeChild: .sayChild
        case .danger: .sayDanger
        case .noPlaceOnly: .sayPlace
        }
    }

    private func values(of line: CallsModel.SayLine) -> [String: String] {
        if case .opening(let district?) = line { ["district": district] } else { [:] }
    }

    private var emergencies: HTML? {
        guard !model.emergencies.isEmpty else { return nil }
        let items = model.emergencies.compactMap { call in
            call.cards.first.map { card in
                "<li>\(button(card, call, mark: call.role == .danger ? "!" : "+", style: .first))</li>"
                    as HTML
            }
        }
        return "<ul class=\"stack8 urgent\">\(items)</ul>"
    }

    private func call(_ call: CallsModel.Call, number: Int) -> HTML {
        let isFirst = number == 1
        return """
            <li>\(call.cards.first.map { button($0, call, mark: String(number), style: isFirst ? .first : .second) })\
            <div class="after">\(call.remarks.map { "<p class=\"remark\">\($0)</p>" as HTML })\
            \(call.answered.map { answered($0, call, isFirst) })</div></li>
            """
    }

    private func button(
        _ card: CallCard, _ call: CallsModel.Call, mark: String, style: CallCardView.Style
    ) -> HTML {
        CallCardView(
            card: card, mark: mark, role: call.role.name(in: texts), reason: call.reason, style: style,
            texts: texts
        ).html
    }

    /// Whether the call was answered; "no" shows the next numbers.
    private func answered(_ question: ChoiceQuestion, _ call: CallsModel.Call, _ isFirst: Bool) -> HTML {
        let next = call.cards.dropFirst()
        let numbers: HTML =
            next.isEmpty
            ? "<p>\(words[model.head.isCentralTrusted ? .noFurther : .noFurtherElsewhere])</p>"
            : """
            <p class="label">\(words[.tryNext])</p><ul class="stack8">\(next.map { card in
                "<li>\(CallCardView(card: card, mark: "→", style: .next, texts: texts).html)</li>" as HTML
            })</ul>
            """
        return """
            <fieldset class="ask tight"><legend>\(question.question)</legend>\
            <div class="choices two">\(question.choices.filter { !$0.value.isEmpty }.map { choice in
                answer(choice, question.name)
            })</div>\
            <div class="next-numbers">\(numbers)</div></fieldset>
            """
    }

    private func answer(_ choice: ChoiceQuestion.Choice, _ name: String) -> HTML {
        """
        <label class="choice"><input type="radio" name="\(name)" value="\(choice.value)"\
        \(Attribute("checked", when: choice.isChosen))><span>\
        \(choice.value == "no" ? words[.noAnswer] : Words<CommonText>(texts)[.yes])</span></label>
        """
    }

    private var others: HTML? {
        guard !model.others.isEmpty else { return nil }
        let items = model.others.compactMap { call in
            call.cards.first.map { card in
                "<li>\(button(card, call, mark: "→", style: .quiet))</li>" as HTML
            }
        }
        return "<section><h2>\(words[.others])</h2><ul class=\"stack8\">\(items)</ul></section>"
    }

    private var implicated: HTML? {
        model.implicated.map { question in
            """
            <details class="tap alt"\(Attribute("open", when: question.choices.contains { $0.isChosen }))>\
            <summary>\(words[.implicated])</summary>\
            \(ChoiceView(question: question, texts: texts, sendsAtOnce: true).html)\
            <button class="quiet big wide" name="\(StreetField.to)" value="\(StreetPage.calls.rawValue)">\
            \(words[.implicatedApply])</button></details>
            """
        }
    }

    private func districtChoice(_ choice: DistrictChoice) -> HTML {
        let list = DistrictChoiceView(
            choice: choice, name: StreetField.district, texts: texts, label: words[.district],
            hint: words[.districtHint], sendsAtOnce: true
        ).html
        return """
            <div class="ask">\(list)<button class="quiet big wide" name="\(StreetField.to)" \
            value="\(StreetPage.calls.rawValue)">\(words[.districtApply])</button></div>
            """
    }
}
