import Catalog
import HTML

/// Draws the field for the code of a shift.
struct ShiftInput {
    let typed: String
    let isBad: Bool
    let texts: Texts

    var html: HTML {
        """
        <div class="field"><label for="shift">\(words[.shift])</label>\
        <p class="hint" id="shift-hint">\(words[.shiftHint])</p>\
        \(isBad ? "<p class=\"note late\" role=\"alert\">\(words[.shiftBad])</p>" as HTML : nil)\
        <input id="shift" type="text" name="\(PracticeField.shift)" value="\(typed)" maxlength="16" \
        autocapitalize="characters" spellcheck="false" aria-describedby="shift-hint"\
        \(Attribute("aria-invalid", "true", when: isBad))></div>
        """
    }

    private var words: Words<PracticeText> { Words(texts) }
}
