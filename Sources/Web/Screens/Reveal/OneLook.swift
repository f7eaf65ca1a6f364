import Access
import CaseRegister
import HTML
import HTTPTypes
import Hummingbird
import ReferralDomain

/// A page that shows something sealed for one look: it says who looked, and leaves by itself after five minutes.
struct OneLook {
    let scene: CaseScene
    let revealed: RevealedText
    let head: StaffHead
    /// Where it leaves to.
    let back: Page
    let title: String
    /// What the text is called; nil where the title says it.
    var name: String? = nil
    /// What the way back is called.
    let wayBack: String

    /// In seconds.
    private static let shown = 300

    private var words: Words<RevealText> { Words(scene.texts) }

    func response(_ site: Site, _ request: Request) -> Response {
        var response = document.response(.ok, site, request)
        if let refresh = HTTPField.Name("Refresh") {
            response.headers[refresh] = "\(Self.shown);url=\(back.address.text)"
        }
        return response
    }

    private var document: Document {
        let heading: HTML? = name.map { "<h2 id=\"field\">\($0)</h2>" }
        return Document(
            title: title, frame: .staff(head),
            main: """
                <div class="narrow stack"><h1>\(title)</h1><section class="box"\
                \(Attribute("aria-labelledby", "field", when: name != nil))>\(heading)\
                <p class="lead"><b data-cover="\(Self.shown)">\(revealed.text)</b></p>\
                <p class="small muted">\(watermark)</p></section><p class="note">\(words[.hint])</p>\
                <p><a href="\(back.address)">\(wayBack)</a></p></div>
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
