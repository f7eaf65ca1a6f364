import Catalog
import HTML

/// Draws a number as a button of at least 96 px that opens the dialler.
struct CallCardView {
    let card: CallCard
    /// What stands in the ring: a number in the order of calls, or a sign.
    let mark: String
    /// Who is called, such as "Policía"; nil where the label says it.
    var role: String?
    /// Why, in one sentence.
    var reason: String?
    var style: Style = .first
    let texts: Texts

    enum Style: String {
        case first = "call"
        case second = "call second"
        case next = "call small"
        case quiet = "call small quietcall"
    }

    var html: HTML {
        guard card.isRehearsed else {
            return "<a class=\"\(style.rawValue)\" href=\"\(card.address)\">\(content)</a>"
        }
        // A drill sends what was pressed; the button says that nothing is dialled.
        return """
            <button class="\(style.rawValue)" name="\(PracticeField.call)" value="\(card.address.text)">\(content)</button>
            """
    }

    private var content: HTML {
        let words = Words<CommonText>(texts)
        return """
            <span class="n">\(mark)</span><span>\
            \(spokenRole.map { "<b>\($0)</b> " as HTML })\(NumberView(card: card, texts: texts).html)\
            \(card.isRehearsed ? rehearsed : nil)\
            <span class="who">\(card.label)\(card.isVerified ? nil : unverified(words))</span>\
            \(reason.map { "<span class=\"who\">\(words[.reason, ["reason": $0]])</span>" as HTML })</span>
            """
    }

    private var rehearsed: HTML { "<span class=\"who\">\(Words<PracticeText>(texts)[.dial])</span>" }

    /// A line that is called by its number, such as 1818, is named once.
    private var spokenRole: String? { role == card.digits ? nil : role }

    private func unverified(_ words: Words<CommonText>) -> HTML {
        " <span class=\"state open\">\(words[.unverified])</span>"
    }
}
