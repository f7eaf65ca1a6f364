/// The catalogue read once more in another language, with what is wrong in the translation.
struct TranslatedContent {
    let content: CatalogContent
    let findings: [Finding]
    /// Every text that people read in it, for the check of plain words.
    let plainTexts: [PlainText]

    init(_ language: Language, of spanish: CatalogContent, in files: [CatalogFile]) {
        let notes = ReadingNotes()
        let translations = Translations(language, in: files, notes: notes)
        let own = ReadingNotes(translations)
        var content = CatalogContent(reading: files, in: language, notes: own)
        let check = TranslationCheck(
            spanish: spanish.texts, translated: content.texts, translations: translations, asked: own.asked)
        content.texts = content.texts.beside(spanish.texts)
        self.content = content
        // What is wrong in the items themselves was found when they were read in Spanish.
        let inTranslation = own.findings.filter {
            $0.kind == .untranslated || $0.place.file.hasPrefix("texts/\(language.folder)/")
        }
        findings = notes.findings + inTranslation + check.findings
        plainTexts = own.plainTexts
    }
}
