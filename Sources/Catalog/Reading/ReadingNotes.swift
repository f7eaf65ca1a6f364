/// Collects findings and the texts that people read, while the catalogue is read.
///
/// A class, because every reader of every item adds to the one list; it never leaves the thread that reads.
final class ReadingNotes {
    private(set) var findings: [Finding] = []
    private(set) var plainTexts: [PlainText] = []
    /// What texts are read in, when not in Spanish.
    private let translations: Translations?
    /// The Spanish texts for which a translation was looked for.
    private(set) var asked: Set<String> = []

    init(_ translations: Translations? = nil) { self.translations = translations }

    func add(_ kind: Finding.Kind, at place: Place, _ details: [String: String] = [:]) {
        findings.append(Finding(kind, at: place, details))
    }

    func add(_ text: PlainText) { plainTexts.append(text) }

    /// Notes a text that people read, and gives it in the language of this reading.
    func said(_ text: PlainText) -> String {
        guard let translations else {
            add(text)
            return text.text
        }
        if Translations.leaves(text.place.file) { return text.text }
        asked.insert(text.text)
        guard let entry = translations[text.text] else {
            if !text.text.isEmpty {
                add(.untranslated, at: text.place, ["language": translations.language.folder])
            }
            return text.text
        }
        add(
            PlainText(
                text: entry.text, place: entry.place, standard: text.standard,
                language: translations.language))
        return entry.text
    }
}
