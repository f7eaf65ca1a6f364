import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the last street page. It never says that anybody was called: the page cannot know.
struct SentView {
    let model: SentModel
    let texts: Texts

    var document: Document {
        let title = model.saving == .failed ? words[.titleFailed] : words[.titleSaved]
        return Document(title: title, frame: .street(model.head), main: main)
    }

    private var words: Words<SentText> { Words(texts) }

    private var main: HTML {
        let form = StreetFormView(visit: model.visit, texts: texts, asked: [])
        return "\(form.findings)\(form.form(content))"
    }

    private var content: HTML {
        """
        \(outcome)<p><b>\(model.level).</b> \(model.advice)</p>\(conduct)\(next)\(questions)\
        \(model.visit.drill.map { DrillNote(pass: $0, texts: texts).goOn } ?? onTheStreet)
        """
    }

    private var onTheStreet: HTML {
        """
        <div class="dock"><button name="\(StreetField.to)" value="\(StreetPage.calls.rawValue)">\
        \(words[.callAgain])</button></div>\
        \(StreetFooter(back: .seen, texts: texts).html)\
        <nav class="links"><a href="\(Page.receipt.address)">\(words[.receipt])</a>\
        <a href="\(Page.street.address)">\(words[.newReport])</a></nav>
        """
    }

    private var outcome: HTML {
        switch model.saving {
        case .saved(let receipt):
            """
            <h1>\(words[.headingSaved, ["hour": receipt.receivedAt.hourText]])</h1>\
            <p class="label">\(words[.code])</p><p class="bigcode">\(receipt.reference.text)</p>\
            <p class="hint">\(words[.codeHint])</p>
            """
        case .failed, .notTried:
            """
            <h1 class="hide">\(words[.titleFailed])</h1>\
            \(SavingView(
                saving: .failed, retry: .sent, isCentralTrusted: model.head.isCentralTrusted, texts: texts
            ).failed)\
            \(QuickCallsView(calls: model.calls, texts: texts).html)
            """
        }
    }

    private var next: HTML {
        """
        <section aria-labelledby="next"><h2 id="next">\(words[.next])</h2>\
        <p class="hint">\(words[.nextHint])</p>\
        <ol class="thread tight">\(received)\(model.phases.enumerated().map { phase($1, $0) })</ol></section>
        """
    }

    private var received: HTML? {
        guard case .saved(let receipt) = model.saving else { return nil }
        return """
            <li class="turn"><span class="knot full"></span><b>\(words[.received])</b> \
            <time datetime="\(receipt.receivedAt.machineText)">\(receipt.receivedAt.hourText)</time></li>
            """
    }

    private func phase(_ phase: SentModel.PhaseOfRoute, _ position: Int) -> HTML {
        let isLast = position == model.phases.count - 1
        let count = words[.stepsCount, ["count": String(phase.required.count + phase.pending.count)]]
        return """
            <li class="next"><span class="knot\(isLast ? " last" : phase.isNow ? " now" : "")"></span>\
            <details\(Attribute("open", when: phase.isNow))><summary><span>\(name(phase.phase)) \
            <span class="count">\(count)</span></span></summary>\
            <ul class="steplist">\(phase.required.map(step))\(unknown(phase.pending))</ul></details></li>
            """
    }

    /// The steps that an open question decides, folded away behind those that must be done.
    private func unknown(_ steps: [StepLine]) -> HTML? {
        guard !steps.isEmpty else { return nil }
        let title = words[.pendingCount, ["count": String(steps.count)]]
        return """
            <li><details class="step"><summary><span class="state open">\(title)</span></summary>\
            <ul class="steplist">\(steps.map(step))</ul></details></li>
            """
    }

    private func step(_ step: StepLine) -> HTML {
        """
        <li><details class="step"><summary><span><b>\(step.title)</b> \
        <span class="own">\(state(step.state))</span>\
        <span class="own">\(words[.owner, ["owner": step.owner]])\
        \(step.body.map { " · " + words[.body, ["body": $0]] } ?? "")</span></span></summary>\
        <div class="why">\(pending(step.state))\
        <p>\(words[.because, ["because": step.because.joined(separator: " ")]])</p>\
        <p>\(step.deadline.map { words[.deadline, ["deadline": $0]] } ?? words[.noDeadline])</p>\
        <p class="hint">\(words[.source, ["source": step.sources.joined(separator: " · ")]])</p>\
        </div></details></li>
        """
    }

    private func state(_ state: StepLine.State) -> HTML {
        switch state {
        case .required: "<span class=\"state ok\">\(words[.required])</span>"
        case .byPrecaution: "<span class=\"state ok\">\(words[.byPrecaution])</span>"
        case .pending: "<span class=\"state open\">\(words[.pending])</span>"
        }
    }

    private func pending(_ state: StepLine.State) -> HTML? {
        guard case .pending(let questions) = state, !questions.isEmpty else { return nil }
        return "<p>\(words[.pendingOn, ["questions": questions.joined(separator: " ")]])</p>"
    }

    private var questions: HTML? {
        guard !model.openQuestions.isEmpty else { return nil }
        let items: [HTML] = model.openQuestions.map { "<li><span class=\"state open\">\($0)</span></li>" }
        return """
            <section aria-labelledby="open"><h2 id="open">\(words[.questions])</h2>\
            <ul class="asks">\(items)</ul><p class="gap-top"><button class="quiet big wide" \
            name="\(StreetField.to)" value="\(StreetPage.seen.rawValue)">\(words[.complete])</button></p></section>
            """
    }

    private var conduct: HTML {
        """
        <section aria-labelledby="do"><h2 id="do">\(words[.doTitle])</h2>\
        <ul class="do">\(model.conduct.map { "<li>\($0.do)</li>" as HTML })</ul></section>\
        <section aria-labelledby="dont"><h2 id="dont">\(words[.dontTitle])</h2>\
        <ul class="dont">\(model.conduct.map { "<li>\($0.dont)</li>" as HTML })</ul></section>
        """
    }

    private func name(_ phase: Phase) -> String {
        switch phase {
        case .safety: words[.phaseSafety]
        case .notify: words[.phaseNotify]
        case .prosecutor: words[.phaseProsecutor]
        case .protection: words[.phaseProtection]
        case .followUp: words[.phaseFollowUp]
        }
    }
}
