import Catalog
import HTML

/// What every screen and every paper of a practice house says first; nothing in a real one.
struct DrillBand {
    let isPractice: Bool
    let texts: Texts

    var html: HTML? {
        guard isPractice else { return nil }
        return "<p class=\"drill\"><b>\(words[.drill])</b> \(words[.drillHint])</p>"
    }

    /// What the title of a page begins with.
    var titleStart: String { isPractice ? words[.drill] + " · " : "" }

    /// What the name of a file that leaves the house begins with.
    static func fileStart(_ settings: WebSettings) -> String { settings.isPractice ? "simulacro-" : "" }

    private var words: Words<CommonText> { Words(texts) }
}
