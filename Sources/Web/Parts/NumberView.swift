import Catalog
import HTML

/// Draws a number, which no line may break, and its extension.
struct NumberView {
    let card: CallCard
    let texts: Texts

    var html: HTML {
        let words = Words<CommonText>(texts)
        let inner = card.extension.map { words[.extension, ["extension": $0]] }
        return
            "<span class=\"digits\">\(card.digits)</span>\(inner.map { " <span class=\"ext\">\($0)</span>" as HTML })"
    }
}
