import Access
import CaseRegister
import Catalog
import HTML
import HTTPTypes
import Hummingbird
import ReferralDomain

/// Draws one opened field for one look; the page leaves by itself after five minutes.
struct RevealedView {
    let scene: CaseScene
    let person: PersonID
    let field: String
    let revealed: RevealedText
    let head: StaffHead

    private var words: Words<RevealText> { Words(scene.texts) }
    private var back: Page { .casePerson(scene.id, person) }

    /// In seconds.
    private static let shown = 300

    func response(_ site: Site, _ request: Request) -> Response {
        var response = document.response(.ok, site, request)
        if let refresh = HTTPField.Name("Refresh") {
            response.headers[refresh] = "\(Self.shown);url=\(back.address.text)"
        }
        return response
    }

    private var document: Document {
        let code = scene.state.reference?.text ?? ""
        let title = words[.title, ["person": scene.name(of: person), "code": code]]
        return Document(
            title: title, frame: .staff(head),
            main: """
                <div class="narrow stack"><h1>\(title)</h1><section class="box" aria-labelledby="field">\
                <h2 id="field">\(scene.names.code(field, in: "fields"))</h2>\
                <p class="lead"><b data-cover="\(Self.shown)">\(revealed.text)</b></p><p class="small muted">\(watermark)</p></section>\
                <p class="note">\(words[.hint])</p><p><a href="\(back.address)">\(words[.back])</a></p></div>
                """)
    }

    /// Who looked, when, and in which leaf of the log it stands.
    private var watermark: String {
        words[
            .watermark,
            [
                "account": scene.acting.account.text, "day": scene.now.dayText, "hour": scene.now.hourText,
                "leaf": String(revealed.leaf),
            ]]
    }
}
