import Catalog

extension SeededFault {
    private static let safety = "steps/1-safety.yaml"
    private static let englishSteps = "translations/en/steps.yaml"
    private static let englishQueue = "texts/en/queue.yaml"

    /// Mistakes that make the English say less, or something else, than the Spanish.
    static let translation: [SeededFault] = [
        .init(.untranslated, safety, "title: Llame ya al 105", "title: Llame ahora mismo al 105"),
        .init(
            .staleTranslation, safety, "title: Llame ya al 105", "title: Llame ahora mismo al 105",
            foundIn: englishSteps),
        .init(
            .untranslated, englishSteps, "- es: Llame ya al 105\n  en: Call 105 now\n", "",
            foundIn: safety),
        .init(.missingKey, englishSteps, "  en: Call 105 now\n", ""),
        .init(
            .duplicateKey, englishSteps, "- es: Llame ya al 105", "- es: Llame al 106 y pida una ambulancia"),
        .init(.sameAsSpanish, englishSteps, "en: Call 105 now", "en: Llame ya al 105"),
        .init(
            .sentenceTooLong, englishSteps, "en: Call 105 now",
            "en: Call" + String(repeating: " now", count: 15)),
        .init(.missingText, englishQueue, "queue.empty: There are no open cases.\n", "", foundIn: "texts/en"),
        .init(.unusedText, englishQueue, "queue.empty:", "queue.blank:"),
        .init(.placeholdersDiffer, englishQueue, "{length} ago", "some time ago"),
        .init(.missingKey, "texts/es/queue.yaml", "  one: \"{count} abierto\"\n", ""),
        .init(.missingKey, "texts/es/refer.yaml", "  by: steps\n", ""),
        .init(.staleTranslation, "translations/en/same.yaml", "- \"Callao\"", "- \"Callao\"\n- \"Ica\""),
        .init(
            .textTooHard, "translations/en/rights.yaml", "en: None of this costs money.",
            "en: \""
                + String(repeating: "Institutional responsibilities necessitate collaboration. ", count: 40)
                + "\""),
    ]
}
