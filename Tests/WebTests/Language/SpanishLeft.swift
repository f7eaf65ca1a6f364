import Catalog

/// Finds Spanish that was forgotten on a page in another language.
///
/// It knows every Spanish text of the screens and the catalogue of three words or more, and looks for each of them in what
/// the page says outside of what it marks as Spanish: names of offices and laws, and words to be said aloud.
struct SpanishLeft {
    private let texts: Set<String>

    init(_ catalog: ProtocolCatalog) {
        let (spanish, english) = (catalog.content, catalog.speaking(.english).content)
        var texts = Set(spanish.texts.words(startingWith: "").values.filter { !$0.contains("{") })
        texts.formUnion(
            spanish.steps.flatMap { [$0.title, $0.because, $0.evidence] + $0.reasons.map(\.say) })
        texts.formUnion(spanish.facts.flatMap { [$0.question, $0.hint ?? ""] + $0.values.map(\.label) })
        texts.formUnion(spanish.glossary.map(\.text) + spanish.contacts.map(\.label))
        texts.formUnion(spanish.institutions.flatMap { [$0.role, $0.convene] + $0.does })
        texts.formUnion(spanish.indicators.flatMap { [$0.text, $0.short ?? ""] })
        texts.formUnion(spanish.codes.flatMap { [$0.title] + $0.codes.map(\.label) })
        texts.formUnion(spanish.deadlines.flatMap { [$0.duty, $0.who, $0.legal] })
        texts.formUnion(spanish.duties.flatMap { [$0.text, $0.evidence] })
        texts.subtract(english.texts.words(startingWith: "").values)
        self.texts = texts.filter { $0.split(separator: " ").count >= 3 }
    }

    /// The Spanish texts that stand on the page unmarked.
    func found(on page: Visit) -> [String] {
        let unmarked = page.html.replacing(
            /<(\w+)[^>]* lang="es-PE"[^>]*>.*?<\/\1>/.dotMatchesNewlines(), with: "")
        let words = Visit(html: unmarked).text
        return texts.filter { words.contains($0) }.sorted()
    }
}
