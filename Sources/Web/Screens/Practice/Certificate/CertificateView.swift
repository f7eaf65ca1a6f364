import Access
import Catalog
import HTML

/// Draws the certificate of a shift, to be printed, and the form that asks for it.
struct CertificateView {
    let answer: Answer
    /// What was typed as the code.
    let typed: String
    let scenes: IndexedList<Scene>
    let texts: Texts

    /// What the house says.
    enum Answer: Equatable, Sendable {
        case asked, badShift, missing, unreachable
        case certificate(Certificate)
        case isTrue(Certificate)
        case isFalse
    }

    var document: Document { Document(title: words[.title], frame: .counter, main: main) }

    private var words: Words<CertificateText> { Words(texts) }

    private var main: HTML {
        """
        <div class="narrow prose"><h1>\(words[.title])</h1><p class="lead">\(words[.lead])</p>\(outcome)\
        <form method="post" action="\(Page.plain(.practiceCertificate).address)" autocomplete="off">\
        \(ShiftInput(typed: typed, isBad: answer == .badShift, texts: texts).html)\
        <div class="field gap-top"><label for="check">\(words[.checkField])</label>\
        <p class="hint" id="check-hint">\(words[.checkFieldHint])</p>\
        <input id="check" type="text" name="\(CertificateRoutes.checkField)" maxlength="16" \
        autocapitalize="characters" spellcheck="false" aria-describedby="check-hint"></div>\
        <p class="gap-top"><button class="wide">\(words[.show])</button></p></form></div>
        """
    }

    private var outcome: HTML? {
        switch answer {
        case .asked, .badShift: nil
        case .missing:
            "<p class=\"note\" role=\"status\">\(words[.missing, ["count": String(Certificate.needed)]])</p>"
        case .unreachable: "<p class=\"note late\" role=\"alert\">\(words[.unreachable])</p>"
        case .isFalse: "<p class=\"note late\" role=\"alert\">\(words[.isFalse])</p>"
        case .isTrue(let certificate):
            "<p class=\"note\" role=\"status\">\(words[.isTrue])</p>\(paper(certificate))"
        case .certificate(let certificate): paper(certificate)
        }
    }

    private func paper(_ certificate: Certificate) -> HTML {
        """
        <section class="box" aria-labelledby="paper"><h2 id="paper">\(words[.heading])</h2>\
        <p class="gap-top">\(words[.shift]) <b>\(certificate.shift.text)</b></p>\
        <p>\(words[.day]) <b>\(certificate.at.dayText)</b></p><p>\(words[.course])</p>\
        \(table(certificate))<p class="gap-top">\(words[.check])</p>\
        <p class="bigcode">\(certificate.check)</p><p class="hint">\(words[.checkHint])</p>\
        <p class="hint">\(words[.print])</p></section>
        """
    }

    private func table(_ certificate: Certificate) -> HTML {
        DataTable(
            id: "passed", caption: words[.scenes],
            columns: [.init(words[.scene], .head), .init(words[.score], .number)],
            rows: certificate.scenes.map { passed in
                ["\(scenes[Identifier(passed.scene)]?.title ?? passed.scene)", "\(passed.score)"]
            }
        ).html
    }
}
