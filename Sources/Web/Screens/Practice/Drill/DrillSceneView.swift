import Catalog
import HTML

/// Draws what the guard sees, and asks whether it is a possible case.
struct DrillSceneView {
    let scene: Scene
    let district: String
    let pass: DrillPass
    let texts: Texts

    var document: Document { Document(title: scene.title, frame: .counter, main: main) }

    private var words: Words<PracticeText> { Words(texts) }

    private var main: HTML {
        """
        <div class="narrow prose"><h1>\(scene.title)</h1>\
        <p class="lead">\(words[.place, ["district": district, "day": scene.at.dayText, "hour": scene.at.hourText]])</p>\
        <section class="box" aria-labelledby="see"><h2 id="see">\(words[.see])</h2>\
        <ol class="plainlist">\(scene.seen.map { "<li>\($0)</li>" as HTML })</ol></section>\
        <h2>\(words[.decide])</h2><p class="hint">\(words[.decideHint])</p>\
        \(form([
            (StreetField.to, StreetPage.start.rawValue), (StreetField.district, scene.district.text),
        ], button: "<button class=\"wide\">\(words[.isCase])</button>"))\
        \(form([
            (PracticeField.stage, PracticeStage.questions.rawValue),
            (PracticeField.noCase, PracticeField.yes),
        ], button: "<button class=\"quiet wide\">\(words[.noCase])</button>"))</div>
        """
    }

    private func form(_ fields: [(name: String, value: String)], button: HTML) -> HTML {
        """
        <form method="post" action="\(Page.plain(.practice).address)" autocomplete="off">\
        \((pass.fields + fields).map { ActForm.hidden($0.name, $0.value) })\(button)</form>
        """
    }
}
