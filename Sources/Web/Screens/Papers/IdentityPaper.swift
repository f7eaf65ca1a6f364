import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// The sheet with the identity of one person, apart from every other paper; made by whoever holds the duty.
///
/// It is printed by the browser and never becomes a file of its own: a file stays in a folder of downloads.
struct IdentityPaper {
    let scene: CaseScene
    let person: PersonID
    let lines: [Line]

    /// How a form asks for it.
    static let format = "hoja"

    /// One field that was opened for it.
    struct Line: Sendable {
        let field: String
        let revealed: RevealedText
    }

    private var words: Words<IdentityText> { Words(scene.texts) }
    private var code: String { scene.state.reference?.text ?? "" }

    var paper: Paper {
        var paper = Paper(
            title: "\(words[.title]) \(code)", file: "", sheet: "\(top)\(fields)\(rule)",
            back: .casePerson(scene.id, person))
        let leaves = lines.map { String($0.revealed.leaf) }.joined(separator: ", ")
        paper.foot = PaperFoot(scene: scene).lines + [words[.leaves, ["leaves": leaves]]]
        return paper
    }

    private var top: HTML {
        """
        <div class="top"><div><h1>\(words[.title])</h1><p>\(words[.lead])</p></div>\
        <div class="aside"><p class="reserved">\(Words<PaperText>(scene.texts)[.reserved])</p>\
        <p class="bigcode">\(code)</p></div></div>
        """
    }

    private var fields: HTML {
        PaperFacts(
            [(words[.person], "\(scene.name(of: person))")]
                + lines.map { line in
                    (scene.names.code(line.field, in: "fields"), "\(line.revealed.text)")
                }
        ).html
    }

    private var rule: HTML {
        "<p class=\"note\"><b>\(words[.rule])</b></p><p>\(words[.copy]): <span class=\"blank\"></span></p>"
    }
}
