import Catalog
import HTML

/// The foot of a street page: back, with everything that was answered, and whom to ask for help.
struct StreetFooter {
    let back: StreetPage
    let texts: Texts

    var html: HTML {
        """
        <p class="back"><button class="quiet" name="\(StreetField.to)" value="\(back.rawValue)">\
        \(Icon.back)\(words[.back])</button></p>
        """
    }

    private var words: Words<StreetText> { Words(texts) }
}
