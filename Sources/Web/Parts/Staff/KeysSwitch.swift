import Catalog
import HTML

/// The switch of the keys of one letter, kept on the device; without the script there are no keys and no switch.
struct KeysSwitch {
    let texts: Texts

    var html: HTML {
        """
        <button class="quiet tight" type="button" data-keys-switch data-on="\(texts[DeskText.keysOn])" \
        data-off="\(texts[DeskText.keysOff])" hidden>\(texts[DeskText.keysOff])</button>
        """
    }

    /// The switch with what it is for.
    var box: HTML {
        """
        <section class="box" data-scripted hidden><h2>\(texts[DeskText.keysTitle])</h2>\
        <p>\(texts[DeskText.keysAbout])</p>\(html)</section>
        """
    }
}
