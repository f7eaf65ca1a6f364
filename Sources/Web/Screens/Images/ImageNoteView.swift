import Access
import CaseRegister
import HTML
import HTTPTypes
import Hummingbird
import ReferralDomain

/// Draws the note of an image for one look; the page leaves by itself after five minutes.
struct ImageNoteView {
    let scene: CaseScene
    let revealed: RevealedText
    let head: StaffHead

    private var back: Page { .caseImages(scene.id) }

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
        let words = Words<ImageText>(scene.texts)
        let reveal = Words<RevealText>(scene.texts)
        let title = words[.noteTitle, ["code": scene.state.reference?.text ?? ""]]
        let watermark = reveal[
            .watermark,
            [
                "account": scene.acting.account.text, "day": scene.now.dayText, "hour": scene.now.hourText,
                "leaf": String(revealed.leaf),
            ]]
        return Document(
            title: title, frame: .staff(head),
            main: """
                <div class="narrow stack"><h1>\(title)</h1><section class="box">\
                <p class="lead"><b data-cover="\(Self.shown)">\(revealed.text)</b></p>\
                <p class="small muted">\(watermark)</p></section><p class="note">\(reveal[.hint])</p>\
                <p><a href="\(back.address)">\(words[.back])</a></p></div>
                """)
    }
}
