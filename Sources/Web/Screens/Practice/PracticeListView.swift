import Catalog
import HTML

/// Draws the list of scenes to choose from.
struct PracticeListView {
    let scenes: IndexedList<Scene>
    /// What was typed as the code.
    let typed: String
    /// Whether the code could not be read.
    let isBad: Bool
    /// The scenes that were passed under this code.
    let passed: Set<String>
    let texts: Texts

    var document: Document { Document(title: words[.title], frame: .counter, main: main) }

    private var words: Words<PracticeText> { Words(texts) }

    private var main: HTML {
        """
        <div class="narrow prose"><h1>\(words[.title])</h1><p class="lead">\(words[.lead])</p>\
        <p class="acts"><a class="btn" href="\(Page.plain(.practiceCourse).address)">\(words[.course])</a> \
        <a class="btn quiet" href="\(Page.plain(.practiceCertificate).address)">\(words[.certificate])</a></p>\
        <form method="post" action="\(Page.plain(.practice).address)" autocomplete="off">\
        \(ActForm.hidden(PracticeField.stage, PracticeStage.scene.rawValue))\
        \(ShiftInput(typed: typed, isBad: isBad, texts: texts).html)\
        <h2 class="gap-top">\(words[.choose])</h2>\(list)</form></div>
        """
    }

    /// By their titles, of all kinds together: the list must not tell which of them are no case.
    private var list: HTML {
        "<ul class=\"stack8 gap-top\">\(scenes.sorted { $0.title < $1.title }.map(scene))</ul>"
    }

    private func scene(_ scene: Scene) -> HTML {
        let mark: HTML? =
            passed.contains(scene.id.text)
            ? " <span class=\"state done\">\(words[.passed])</span>" : nil
        return """
            <li><button class="quiet wide" name="\(PracticeField.scene)" value="\(scene.id.text)">\
            <span>\(scene.title)\(mark)</span></button></li>
            """
    }
}
