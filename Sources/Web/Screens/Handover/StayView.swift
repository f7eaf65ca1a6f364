import Catalog
import HTML

/// Draws why somebody cannot leave yet: a person hangs on a case of theirs.
///
/// A session that nobody uses still ends by itself; the cases then stay with their owner until the handover.
struct StayView {
    /// The codes of the cases that must be handed over first.
    let codes: [String]
    let head: StaffHead
    let texts: Texts

    var document: Document {
        let words = Words<HandoverText>(texts)
        return Document(
            title: words[.stayTitle], frame: .staff(head),
            main: """
                <div class="narrow prose"><div class="note late" role="alert"><h1>\(words[.stayTitle])</h1>\
                <p>\(words[.stayWhat, ["codes": codes.joined(separator: ", ")]])</p>\
                <p><b>\(words[.stayDo])</b></p></div>\
                <p class="acts gap-top"><a class="btn" href="\(Page.plain(.handover).address)">\
                \(words[.title])</a></p><p>\(words[.stayEnds])</p></div>
                """)
    }
}
