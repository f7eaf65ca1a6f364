import Catalog
import HTML

/// Draws a sentence in which a number can be called with one tap.
struct DialledText {
    let text: String
    /// The number, where it is known; a sentence without its digits stays as it is.
    let card: CallCard?

    var html: HTML {
        guard let card, let digits = text.firstRange(of: card.digits) else { return "\(text)" }
        return """
            \(text[..<digits.lowerBound])<a class="tel" href="\(card.address)">\(text[digits])</a>\
            \(text[digits.upperBound...])
            """
    }
}
