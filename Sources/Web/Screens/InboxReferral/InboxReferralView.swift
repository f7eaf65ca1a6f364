import Access
import CaseRegister
import Catalog
import HTML
import HTTPTypes
import ReferralDomain

/// Draws one referral: who asks, what, until when, and the answers, in this order.
struct InboxReferralView {
    let model: InboxReferralModel
    let names: CatalogNames

    var document: Document {
        Document(
            title: words[.title, ["code": model.visit.reference.text]], frame: .staff(model.head), main: main)
    }

    /// 200, or why the last try was not done.
    var status: HTTPResponse.Status {
        switch model.notice {
        case .none, .check: .ok
        case .problems: .unprocessableContent
        case .refused(let failure, _): OutcomeNote(failure: failure, names: names).status
        }
    }

    var words: Words<InboxReferralText> { Words(names.texts) }
    var referral: Referral { model.referral }

    private var main: HTML {
        """
        <div class="wrap stack" data-now="\(model.now.millisecondsSinceEpoch)"><p class="crumb">\
        <a href="\(Page.plain(.inbox).address)">\(words[.back])</a></p>\(notice)\(content)</div>
        """
    }

    private var content: HTML {
        if case .check(let duty, let form) = model.notice { return check(duty, form) }
        let nine = InboxDutiesView(model: model, names: names).html
        return "\(kept)\(stops)\(reflection)\(keys)\(request)\(record)\(duties)\(nine)\(hops)\(receipts)"
    }

    private var notice: HTML? {
        switch model.notice {
        case .none, .check: return nil
        case .refused(let failure, _): return OutcomeNote(failure: failure, names: names).html
        case .problems(let problems, _):
            let lines: [HTML] = problems.sorted { $0.key < $1.key }.map { "<p>\(words[$0.value])</p>" }
            return """
                <div class="note late" role="alert"><h2>\(words[.problem])</h2>\(lines)\
                <p>\(names.texts[DeskText.kept])</p></div>
                """
        }
    }

    private var request: HTML {
        """
        <section class="box" aria-labelledby="rq"><div class="head">\
        <h1 class="h2 xl" id="rq">\(words[.heading]) <span class="code">\(model.visit.reference.text)</span></h1>\
        \(mark)</div>\(FactsList(facts).html)\(InboxAnswers(model: model, names: names).html)</section>
        """
    }

    private var mark: HTML {
        switch referral.state {
        case .done: StateMark(.done).html(names.texts)
        case .rejected, .recalled: StateMark(.open, stateLabel).html(names.texts)
        case .onHold: StateMark(.paused).html(names.texts)
        case .drafted, .called, .sent, .delivered, .acknowledged, .accepted, .custodyReceived:
            StateMark(
                model.clock?.due == nil ? .open : model.clock?.state ?? .open,
                model.clock?.due == nil ? stateLabel : nil
            ).html(names.texts)
        }
    }

    private var stateLabel: String { label(referral.state.rawValue, "referral-states") }

    private var facts: [(label: String, value: HTML)] {
        let sent = referral.hops.first { $0.state == .sent || $0.state == .called }
        var facts: [(label: String, value: HTML)] = [
            (
                words[.asks],
                "\(model.visit.asker ?? "")\(sent.map { ", " + $0.moment.registered.hourText } ?? "")"
            ),
            (words[.asked], "<b>\(names.step(referral.draft.step))</b>"),
            (words[.state], "\(stateLabel)"),
            (words[.term], term),
        ]
        if let why = names.catalog.content.steps[.init(referral.draft.step)]?.because {
            facts.append((words[.why], "\(why)"))
        }
        if let person = model.visit.person, model.shows(.custody) {
            facts.append((words[.custody], custody(of: person)))
        }
        if let people { facts.append((words[.people], people)) }
        facts.append((words[.sees], "\(sees)"))
        return facts
    }

    /// The pages of those whom the referral is about: rights, consent, plan, safe contact, what lies under lock.
    private var people: HTML? {
        let people = model.shows(.people) ? model.visit.people : []
        guard !people.isEmpty else { return nil }
        let links: [HTML] = people.map { person in
            let page = Page.casePerson(model.visit.caseID, person.id)
            return "<a href=\"\(page.address)\">\(model.visit.name(of: person.id, names))</a> "
        }
        return links.joined()
    }

    /// While a person has time to decide, whoever works on the case reads first that nobody asks for a statement.
    private var reflection: HTML? {
        guard model.shows(.reflection) else { return nil }
        let lines: [HTML] = model.visit.people.compactMap { person in
            guard let reflection = person.reflection, reflection.isRunning(at: model.now) else { return nil }
            let values = [
                "person": model.visit.name(of: person.id, names), "day": reflection.until.dayText,
            ]
            return "<p><b>\(words[.reflection, values])</b></p>"
        }
        guard !lines.isEmpty else { return nil }
        return """
            <div class="note soon" role="status">\(lines)<p>\(words[.reflectionDo])</p></div>
            """
    }

    /// What was typed into a form that no longer stands on the page.
    private var kept: HTML? { KeptInboxAnswers(model: model, names: names).html }

    private var term: HTML {
        let legal =
            referral.draft.deadline
            .flatMap { names.catalog.content.deadlines[.init($0)]?.legal } ?? words[.noTerm]
        guard referral.state.isOpen, let clock = model.clock, let due = clock.due else { return "\(legal)" }
        return """
            \(words[.until, ["day": due.dayText, "hour": due.hourText]]) \
            (\(ClockText(face: clock, texts: names.texts).html)). \(legal)
            """
    }

    private func custody(of person: PersonState) -> HTML {
        guard let span = person.custody.current, let holder = span.holder else { return "\(words[.nobody])" }
        return """
            \(names.institution(holder.institution)), \(holder.post), \
            \(words[.since, ["day": span.from.happened.dayText, "hour": span.from.happened.hourText]])
            """
    }

    /// Which parts of the case the duty opens.
    private var sees: String {
        let parts = names.catalog.content.compartments[.init(referral.draft.institution)]?.sees ?? []
        guard !parts.isEmpty else { return words[.seesClocks] }
        return parts.map { words[Self.word(of: $0)] }.joined(separator: " ")
    }

    private static func word(of compartment: Compartment) -> InboxReferralText {
        switch compartment {
        case .identity: .seesIdentity
        case .matter: .seesMatter
        case .care: .seesCare
        }
    }

    /// Says that what is under lock cannot be opened yet, before somebody tries in vain.
    private var keys: HTML? {
        guard model.visit.awaitsKey else { return nil }
        return """
            <p class="note soon" role="status">\(words[.keyAwaited]) <b>\(words[.keyAwaitedDo])</b></p>
            """
    }

    private var stops: HTML? {
        guard !model.visit.openStops.isEmpty else { return nil }
        let items: [HTML] = model.visit.openStops.map { stop in
            let form = ActForm(
                action: page, token: model.head.formToken, act: InboxAct.confirmStop.rawValue,
                hidden: [
                    (InboxForm.personField, stop.person.text),
                    (InboxForm.purposeField, stop.purpose.rawValue),
                ], button: .init(label: words[.stopConfirm]))
            let values = [
                "purpose": label(stop.purpose.rawValue, "consent-purposes"),
                "day": stop.since.happened.dayText, "hour": stop.since.happened.hourText,
            ]
            return "<p>\(words[.stopWhat, values])</p>\(form.html)"
        }
        return """
            <section class="note late" aria-labelledby="st"><h2 id="st">\(words[.stopTitle])</h2>\
            <p>\(words[.stopDo])</p>\(items)</section>
            """
    }

    private var duties: HTML? {
        guard !model.obligations.isEmpty else { return nil }
        let items: [HTML] = model.obligations.map { obligation in
            let face = ClockFace(obligation, now: model.now)
            return """
                <li><span>\(owed(obligation))</span>\
                \(StateMark(face.state).html(names.texts))\(ClockText(face: face, texts: names.texts).html)\
                \(Fuse(face: face).html)</li>
                """
        }
        return """
            <section class="box" aria-labelledby="ow"><h2 id="ow">\(words[.owed])</h2>\
            <ol class="clocks">\(items)</ol></section>
            """
    }

    /// What is owed, as a link to the form on the page of the person where the inbox has none.
    private func owed(_ obligation: Obligation) -> HTML {
        let title = DutyName(names).title(of: obligation)
        guard let person = obligation.person, let part = PersonPart(obligation.kind), model.shows(.people)
        else {
            return "\(title)"
        }
        let page = Page.casePersonPart(model.visit.caseID, person, part)
        return "<a href=\"\(page.address)\">\(title)</a>"
    }

    private var hops: HTML {
        """
        <section class="box" aria-labelledby="hp"><h2 id="hp">\(words[.hops])</h2>\
        \(HopsView(referral: referral, catalog: names.catalog).html)</section>
        """
    }

    private var receipts: HTML? {
        guard !model.receipts.isEmpty else { return nil }
        let card = Words<ReceiptCardText>(names.texts)
        let cards: [HTML] = model.receipts.reversed().map { ReceiptCard(receipt: $0, names: names).html }
        return """
            <section class="box" id="recibos" aria-labelledby="rc"><h2 id="rc">\(card[.title])</h2>\
            <p class="hint">\(card[.hint])</p>\(cards)</section>
            """
    }

    private var record: HTML? {
        guard !model.recordable.isEmpty else { return nil }
        return DutyForm(model: model, names: names).html
    }

    /// The answers once more, before they become history.
    private func check(_ duty: DeclaredDuty, _ form: InboxForm) -> HTML {
        DutyForm(model: model, names: names).check(duty, form)
    }

    var page: Page { .inboxReferral(model.visit.caseID, referral.id) }

    private func label(_ code: String, _ list: String) -> String {
        names.catalog.content.label(of: code, in: list) ?? code
    }
}
