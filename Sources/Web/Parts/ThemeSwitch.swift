import Catalog
import HTML

/// The button between day and night; the script shows it.
struct ThemeSwitch {
    let texts: Texts

    var html: HTML {
        """
        <button class="quiet" type="button" data-theme-switch data-day="\(words[.day])" \
        data-night="\(words[.night])" hidden>\(Icon.night)<span>\(words[.night])</span></button>
        """
    }

    private var words: Words<CommonText> { Words(texts) }
}
