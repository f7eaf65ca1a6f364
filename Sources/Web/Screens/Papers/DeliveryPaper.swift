import CaseRegister
import Catalog
import HTML
import ReferralDomain
import Sealing

/// The act by which one body hands a person over to another: two signatures, two copies and the signed receipt.
struct DeliveryPaper {
    let scene: CaseScene
    let referral: Referral
    /// The newest receipt of the referral; nil while nothing was signed.
    let receipt: SignedReceipt?

    private var words: Words<DeliveryText> { Words(scene.texts) }
    private var common: Words<PaperText> { Words(scene.texts) }
    private var code: String { scene.state.reference?.text ?? "" }

    var paper: Paper {
        var paper = Paper(
            title: "\(words[.title]) \(code)", file: "acta-\(code)",
            sheet: "\(top)\(facts)\(condition)\(things)\(told)\(signatures)\(proof)",
            back: .casePapers(scene.id))
        paper.foot = PaperFoot(scene: scene).lines
        paper.fileAddress = Page.casePaper(scene.id, .delivery, of: referral.id, asFile: true).address
        return paper
    }

    private var top: HTML {
        """
        <div class="top"><div><h1>\(words[.title])</h1><p>\(words[.lead])</p></div>\
        <div class="aside"><p class="reserved">\(common[.reserved])</p><p class="bigcode">\(code)</p></div></div>
        """
    }

    /// The persons whom the referral is about: the one that it names, else all of the case.
    private var people: [PersonState] {
        guard let person = referral.draft.person else { return scene.state.people }
        return scene.state.people.filter { $0.id == person }
    }

    private var facts: HTML {
        var lines: [(label: String, value: HTML)] = people.map { person in
            (words[.person], "\(scene.name(of: person.id)). \(scene.age(person.age)). \(holder(of: person))")
        }
        if lines.isEmpty { lines = [(words[.person], "<span class=\"blank\"></span>")] }
        lines.append((words[.to], "\(scene.receiver(referral.draft))"))
        lines.append((words[.dayHour], "____/____/______ &nbsp; ____:____"))
        lines.append((words[.place], "<span class=\"blank\"></span>"))
        return PaperFacts(lines).html
    }

    private func holder(of person: PersonState) -> String {
        guard let holder = person.custody.current?.holder else { return words[.nobody] }
        return words[
            .answers, ["body": scene.names.institution(holder.institution), "post": holder.post]]
    }

    private var condition: HTML {
        let boxes: [HTML] = [words[.calm], words[.hurt], words[.care]].map {
            "<li><span class=\"tick\" aria-hidden=\"true\"></span>\($0)</li>"
        }
        return """
            <section aria-labelledby="d1"><h2 id="d1">\(words[.state])</h2><p class="small">\(words[.stateHint])</p>\
            <ul>\(boxes)</ul><p class="rule"></p></section>
            """
    }

    private var things: HTML {
        """
        <section aria-labelledby="d2"><h2 id="d2">\(words[.things])</h2><p class="small">\(words[.thingsHint])</p>\
        <p class="rule"></p><p class="rule"></p></section>
        """
    }

    private var told: HTML {
        let hasRights = people.contains { !$0.rightsTold.isEmpty }
        return """
            <section aria-labelledby="d3"><h2 id="d3">\(words[.told])</h2><ul><li>\
            <span class="tick" aria-hidden="true">\(hasRights ? "×" : "")</span>\
            \(hasRights ? words[.rightsTold] : words[.rightsNot])</li>\
            <li><span class="tick" aria-hidden="true"></span>\(words[.interpreter])</li></ul></section>
            """
    }

    private var signatures: HTML {
        """
        <section aria-label="\(words[.rule])"><p>\(words[.rule])</p><div class="signs"><p>\(words[.gives])</p>\
        <p>\(words[.takes])</p></div></section>
        """
    }

    private var proof: HTML {
        guard let receipt else {
            return """
                <section aria-labelledby="d4"><h2 id="d4">\(words[.receipt])</h2><p>\(words[.noReceipt])</p>\
                <p class="small">\(words[.copies])</p></section>
                """
        }
        return """
            <section aria-labelledby="d4"><h2 id="d4">\(words[.receipt])</h2><div class="top">\
            <div><p><b>\(ReceiptCard(receipt: receipt, names: scene.names).kind)</b> \
            <span class="bigcode">\(receipt.shortCode)</span></p><p class="small">\(words[.receiptHint])</p>\
            <p class="mono">\(receipt.text)</p><p class="small">\(words[.copies])</p></div>\
            <div>\(QRCode(receipt.text)?.html(label: common[.qr], isBig: true))</div></div></section>
            """
    }
}
