import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws what is known of a case, and what is still to be known because it could change the route.
struct CaseKnownView {
    let scene: CaseScene
    /// Whether facts can be settled here.
    var settles = true

    private var words: Words<CaseText> { scene.words }
    private var names: CatalogNames { scene.names }

    var html: HTML {
        let open = openQuestions
        let toKnow: HTML? =
            open.isEmpty
            ? nil
            : """
            <h3 class="gap-top">\(words[.toKnow])</h3><ul class="asks">\(open.map(question))</ul>\
            <p class="small muted">\(words[.toKnowHint])</p>
            """
        return "\(FactsList(known).html)\(toKnow)"
    }

    /// Each known fact and what was said of it.
    var known: [(label: String, value: HTML)] {
        var lines: [(label: String, value: HTML)] = []
        if let report = scene.state.standing {
            lines.append((words[.peopleSeen], "\(words[people(report.people)])"))
        }
        for fact in names.catalog.content.facts where fact.asked != .derived {
            guard let value = scene.state.fact(fact.id.text) else { continue }
            let said: HTML = "\(names.value(value, of: fact.id.text))\(source(fact.id.text))"
            lines.append((names.fact(fact.id.text), said))
        }
        if let signs = scene.state.standing?.signs, !signs.isEmpty, scene.shows(.signs) {
            lines.append((words[.signs], "\(signs.joined(separator: ", "))"))
        }
        return lines
    }

    /// Says where a fact comes from only where it is not the report.
    private func source(_ fact: String) -> HTML? {
        scene.state.settledFacts[fact] == nil
            ? nil : " <span class=\"small muted\">\(words[.settledLater])</span>"
    }

    private func people(_ count: PeopleCount) -> CaseText {
        switch count {
        case .one: .peopleOne
        case .two: .peopleTwo
        case .threeOrMore: .peopleMore
        case .unknown: .peopleUnknown
        }
    }

    /// The unknown facts that could still change the route, most urgent first.
    private var openQuestions: [Fact] {
        guard let questions = try? names.catalog.nextQuestions(in: scene.situation) else { return [] }
        return Array(questions.prefix(Self.mostQuestions))
    }

    private func question(_ fact: Fact) -> HTML {
        let mark = StateMark(.open).html(scene.texts)
        guard settles, scene.may(.settleFact) else { return "<li>\(mark) <span>\(fact.question)</span></li>" }
        return "<li>\(mark)\(ActSheetView(sheet: sheet(fact), scene: scene).html)</li>"
    }

    /// The form of each question that can be settled here.
    var sheets: [ActSheet] { settles && scene.may(.settleFact) ? openQuestions.map(sheet) : [] }

    private func sheet(_ fact: Fact) -> ActSheet {
        let options = fact.values.map { CodeChoice.Option(id: $0.id, label: $0.label) }
        return ActSheet(
            word: .file(.settleFact), label: fact.question,
            about: [(name: ActField.fact.rawValue, value: fact.id.text)],
            parts: [.choice(.value, label: words[.answer], options)], mayBeEarlier: false)
    }

    private static let mostQuestions = 6
}

extension CaseScene {
    /// What is known, as the route engine takes it; facts and values that the catalogue no longer has are left out.
    var situation: Situation {
        let content = names.catalog.content
        var answers: [Identifier<Fact>: String] = [:]
        for fact in content.facts where fact.asked != .derived {
            guard let value = state.fact(fact.id.text), fact.position(ofValue: value) != nil else { continue }
            answers[fact.id] = value
        }
        let district = state.standing?.district.map { Identifier<District>($0) }
        return Situation(
            district: district.flatMap { content.districts[$0]?.id }, at: now, answers: answers)
    }
}
