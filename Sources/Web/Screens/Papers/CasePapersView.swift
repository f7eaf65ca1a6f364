import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws which papers a case has, and what each is for.
struct CasePapersView {
    let scene: CaseScene
    let head: StaffHead

    private var words: Words<PaperText> { Words(scene.texts) }
    private var code: String { scene.state.reference?.text ?? "" }

    var document: Document {
        Document(title: words[.caseTitle, ["code": code]], frame: .staff(head), main: main)
    }

    private var main: HTML {
        """
        <div class="narrow stack"><p class="crumb"><a href="\(Page.caseFile(scene.id).address)">\
        \(scene.words[.title, ["code": code]])</a></p><div><h1>\(words[.caseTitle, ["code": code]])</h1>\
        <p class="lead">\(words[.caseLead])</p></div>\(ficha)\(letters)\(deliveries)\(identity)</div>
        """
    }

    private var ficha: HTML {
        box("p1", words[.ficha], words[.fichaWhat], [link(.casePaper(scene.id, .ficha), words[.show])])
    }

    /// Only whoever owns the case writes in its name.
    private var letters: HTML? {
        guard scene.relation == .owner else { return nil }
        return box("p2", words[.letter], words[.letterWhat], links(to: .letter))
    }

    private var deliveries: HTML {
        box("p3", words[.handover], words[.handoverWhat], links(to: .delivery))
    }

    /// The sheet with the identity is made on the page of the person, by whoever holds the duty.
    private var identity: HTML? {
        guard scene.shows(.identity), scene.acting.role != .operator else { return nil }
        let people: [HTML] = scene.state.people.map { person in
            link(.casePerson(scene.id, person.id), scene.name(of: person.id))
        }
        return box(
            "p4", words[.identity], words[.identityWhat],
            people.isEmpty ? ["<li>\(words[.noPeople])</li>"] : people)
    }

    private func links(to paper: CasePaper) -> [HTML] {
        let items: [HTML] = scene.referrals.map { referral in
            link(
                .casePaper(scene.id, paper, of: referral.id),
                "\(scene.receiver(referral.draft)): \(scene.names.step(referral.draft.step))")
        }
        return items.isEmpty ? ["<li>\(words[.noReferrals])</li>"] : items
    }

    private func link(_ page: Page, _ text: String) -> HTML {
        "<li><a href=\"\(page.address)\">\(text)</a></li>"
    }

    private func box(_ id: String, _ title: String, _ what: String, _ items: [HTML]) -> HTML {
        """
        <section class="box" aria-labelledby="\(id)"><h2 id="\(id)">\(title)</h2><p>\(what)</p>\
        <ul class="plainlist">\(items)</ul></section>
        """
    }
}
