import Catalog
import HTML

/// What stands on a street page that is only rehearsed: the scene to be read again, and what was pressed.
struct DrillNote {
    let pass: DrillPass
    let texts: Texts

    var html: HTML {
        """
        \(pass.pressed.map { number in
            "<p class=\"note\" role=\"status\">\(words[.pressed, ["number": number]])</p>" as HTML
        })\
        <details class="tap"><summary>\(words[.readAgain])</summary>\
        <ol class="plainlist">\(pass.seen.map { "<li>\($0)</li>" as HTML })</ol></details>
        """
    }

    /// The way from the last street page to the questions.
    var goOn: HTML {
        """
        <div class="dock"><button name="\(PracticeField.stage)" \
        value="\(PracticeStage.questions.rawValue)">\(words[.goOn])</button></div>
        """
    }

    private var words: Words<PracticeText> { Words(texts) }
}
