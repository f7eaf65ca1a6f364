import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// The official letter (oficio) that goes with a referral, as a Peruvian public body writes it.
///
/// Number, letterhead and signature stay the body's own: they are typed in or left as lines to be written on.
struct LetterPaper {
    let scene: CaseScene
    let referral: Referral
    let form: LetterForm
    let formToken: String

    private var words: Words<LetterText> { Words(scene.texts) }
    private var common: Words<PaperText> { Words(scene.texts) }
    private var code: String { scene.state.reference?.text ?? "" }
    private var here: Page { .casePaper(scene.id, .letter, of: referral.id) }

    var paper: Paper {
        var paper = Paper(
            title: words[.title, ["code": code]], file: "oficio-\(code)",
            sheet: "<div class=\"letter\">\(head)\(addressee)\(subject)\(text)\(end)</div>",
            back: .casePapers(scene.id))
        paper.foot = [words[.verify, ["code": code]]] + PaperFoot(scene: scene).lines
        paper.tools = tools
        return paper
    }

    private var head: HTML {
        let year: HTML? = form.year.isEmpty ? nil : "<p class=\"year\">“\(form.year)”</p>"
        let body: HTML? = form.body.isEmpty ? nil : "<p><b>\(form.body)</b></p>"
        let number = form.number.isEmpty ? words[.numberBlank] : words[.number, ["number": form.number]]
        return """
            \(year)\(body)<p class="right"><span class="reserved">\(common[.reserved])</span></p>\
            <p class="right">\(words[.place, ["day": day]])</p><h1>\(number)</h1>
            """
    }

    /// As a letter writes it: 28 de noviembre de 2026.
    private var day: String {
        let date = LimaTime(scene.now).date
        let months = words[.months].split(separator: " ").map(String.init)
        guard months.indices.contains(date.month - 1) else { return date.text }
        return words[
            .day, ["day": String(date.day), "month": months[date.month - 1], "year": String(date.year)]]
    }

    private var addressee: HTML {
        let post: HTML = form.recipient.isEmpty ? "<span class=\"blank\"></span>" : "\(form.recipient)"
        return """
            <p>\(words[.sir])<br>\(post)<br><b>\(scene.receiver(referral.draft))</b><br>\(words[.present])</p>
            """
    }

    private var subject: HTML {
        PaperFacts([
            (words[.subject], "\(words[.subjectText])"),
            (words[.reference], "\(words[.referenceText, ["code": code]])"),
        ]).html
    }

    private var text: HTML {
        let opened = scene.state.opened?.happened ?? scene.now
        let lines = [
            words[.opening, ["day": opened.dayText, "hour": opened.hourText]], words[.named, ["code": code]],
        ]
        let before: [HTML] = lines.map { "<p>\($0)</p>" }
        let after: [HTML] = [legal, words[.answer], words[.closing]].map { "<p>\($0)</p>" }
        let acts: [HTML] = asked.map { "<li>\($0)</li>" }
        return "\(before)<p>\(words[.ask])</p><ul class=\"dots\">\(acts)</ul>\(after)"
    }

    /// What the body that receives it does in such a case, by the catalogue; else what the step asks.
    private var asked: [String] {
        let does = scene.names.catalog.content.institutions[.init(referral.draft.institution)]?.does ?? []
        return does.isEmpty ? [scene.names.step(referral.draft.step)] : Array(does.prefix(Self.mostActs))
    }

    private static let mostActs = 5

    /// The term that the law sets, with where it stands; a step without one says so.
    private var legal: String {
        let content = scene.names.catalog.content
        guard let id = referral.draft.deadline, let deadline = content.deadlines[.init(id)] else {
            return words[.noLegal]
        }
        let sources = deadline.basis.compactMap { content.sources[$0]?.cite }
        guard !sources.isEmpty else { return words[.noLegal] }
        let term = deadline.legal.hasSuffix(".") ? String(deadline.legal.dropLast()) : deadline.legal
        return words[.legal, ["term": term, "source": sources.joined(separator: "; ")]]
    }

    private var end: HTML {
        let signer: HTML? = form.signer.isEmpty ? nil : "<p>\(form.signer)</p>"
        let more: HTML? = form.annex.isEmpty ? nil : "<li>\(form.annex)</li>"
        return """
            <p>\(words[.regards])</p><div class="stamp">\(words[.stamp])</div>\(signer)\
            <h2>\(words[.annexes])</h2><ul class="dots"><li>\(words[.annexFicha, ["code": code]])</li>\(more)</ul>
            """
    }

    private var tools: HTML {
        let asked: [(LetterText, LetterText?)] = [
            (.numberField, .numberHint), (.yearField, .yearHint), (.bodyField, .bodyHint),
            (.recipientField, .recipientHint), (.signerField, .signerHint), (.annexField, nil),
        ]
        let fields: [HTML] = zip(zip(LetterForm.names, LetterForm.fields), asked).map { named, asked in
            TextField(
                name: named.0, label: words[asked.0], value: form[keyPath: named.1],
                hint: asked.1.map { words[$0] }, most: LetterForm.most, isRequired: false
            ).html(id: named.0)
        }
        return """
            <details\(Attribute("open", when: form == LetterForm()))><summary>\(common[.fill])</summary>\
            <form method="post" action="\(here.address)" autocomplete="off">\(FormToken(formToken).html)\
            <p class="hint">\(common[.fillHint])</p>\(fields)<p class="acts"><button>\(common[.apply])</button>\
            <button class="quiet" name="\(Paper.formatField)" value="\(Paper.pdf)">\(common[.pdf])</button></p></form>\
            </details>
            """
    }
}
