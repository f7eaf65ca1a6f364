/// Holds a translation to the Spanish: nothing missing, nothing that belongs to nothing, the same places to fill in.
struct TranslationCheck {
    let spanish: Texts
    let translated: Texts
    let translations: Translations
    /// The texts of the catalogue that were looked for.
    let asked: Set<String>

    /// What leaves the house is said in the language of the house: the words are a closed list.
    static func isNeverTranslated(_ key: String) -> Bool { key.hasPrefix("messages.") }

    var findings: [Finding] { keys + entries + samenesses }

    private var keys: [Finding] {
        let start = Place(file: "texts/\(translations.language.folder)", line: 1)
        let wanted = Set(spanish.keys.filter { !Self.isNeverTranslated($0) })
        let written = Set(translated.keys)
        return wanted.subtracting(written).sorted().map { Finding(.missingText, at: start, ["key": $0]) }
            + written.subtracting(wanted).sorted().map {
                Finding(.unusedText, at: translated.places[$0] ?? start, ["key": $0])
            }
            + wanted.intersection(written).sorted().flatMap(places)
    }

    private func places(of key: String) -> [Finding] {
        let texts = [spanish, translated].map { $0[raw: key] ?? "" }
        let filled = texts.map { Set(Texts.placeholders(in: $0)) }
        guard filled[0] != filled[1] else { return [] }
        return [
            Finding(
                .placeholdersDiffer, at: translated.places[key] ?? .init(file: key, line: 1), ["key": key])
        ]
    }

    /// A translation of a text that the catalogue no longer has.
    private var entries: [Finding] {
        translations.all.filter { !asked.contains($0.spanish) }.map {
            Finding(.staleTranslation, at: $0.entry.place, ["text": Self.start(of: $0.spanish)])
        }
    }

    /// What was copied instead of translated; and what is listed as the same and is not.
    private var samenesses: [Finding] {
        let copiedTexts = translated.keys.filter { spanish[raw: $0] == translated[raw: $0] }
        let copies =
            copiedTexts.map { (translated[raw: $0] ?? "", translated.places[$0]) }
            + translations.all.filter { $0.spanish == $0.entry.text }.map { ($0.spanish, $0.entry.place) }
        let used = Set(copies.map(\.0))
        return copies.filter { translations.same[$0.0] == nil }.map { text, place in
            Finding(
                .sameAsSpanish, at: place ?? .init(file: "texts", line: 1), ["text": Self.start(of: text)])
        }
            + translations.same.filter { !used.contains($0.key) }.map {
                Finding(.staleTranslation, at: $0.value, ["text": $0.key])
            }
    }

    private static func start(of text: String) -> String {
        text.count > 60 ? String(text.prefix(60)) + "…" : text
    }
}
