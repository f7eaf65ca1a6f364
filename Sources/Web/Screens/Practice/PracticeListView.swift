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
        <h2 class="gap-top">\(words[.choose])</h2>\(Scene.Kind.allCases.map(kind))</form></div>
        """
    }

    private func kind(_ kind: Scene.Kind) -> HTML {
        let items: [HTML] = scenes.filter { $0.kind == kind }.map(scene)
        return "<h3 class=\"gap-top\">\(words[kind.key])</h3><ul class=\"stack8\">\(items)</ul>"
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
