import Catalog
import HTML

/// The marks that a person must see before anything else about a report from a phone.
struct IntakeMarksView {
    let texts: Texts

    /// In a row of a list.
    var duressMark: HTML { "<span class=\"state danger\">▲ \(words[.duress])</span>" }

    /// On the page of the case: what to do, and what never to do.
    var duress: HTML {
        """
        <div class="note late" role="alert"><h2>▲ \(words[.duressTitle])</h2><p><b>\(words[.duressDo])</b></p>\
        <p>\(words[.duressNext])</p></div>
        """
    }

    private var words: Words<IntakeText> { Words(texts) }
}
