import ReferralDomain

/// Holds every text that a person reads to the plain-language limit (U16).
struct WordCheck {
    let texts: [PlainText]
    /// Acronyms that the glossary or an institution spells out.
    private let explained: Set<String>

    init(texts: [PlainText], content: CatalogContent) {
        self.texts = texts
        let terms = content.glossary.flatMap { [$0.term, $0.short ?? ""] }
        let bodies = content.institutions.flatMap { [$0.short ?? "", $0.name] + $0.aliases }
        explained = Set(
            (terms + bodies).flatMap { $0.split { !($0.isLetter || $0 == "-") }.map(String.init) })
    }

    /// Words in a sentence, at most.
    static let longestSentence = 15
    /// The score of the texts of one file, at least: Szigriszt-Pazos for Spanish, Flesch for English.
    static func leastScore(_ standard: PlainText.Standard, in language: Language) -> Double {
        switch (language, standard) {
        case (.spanish, .street): 75
        case (.spanish, .desk): 65
        case (.english, .street): 70
        case (.english, .desk): 60
        }
    }

    var findings: [Finding] {
        let read = texts.map { (text: $0, readability: Readability($0.text, in: $0.language)) }
        return read.flatMap(sentences) + hardFiles(read) + texts.flatMap(words)
    }

    private func sentences(_ text: PlainText, _ readability: Readability) -> [Finding] {
        guard readability.longestSentence > Self.longestSentence else { return [] }
        return [
            Finding(
                .sentenceTooLong, at: text.place,
                [
                    "found": String(readability.longestSentence), "allowed": String(Self.longestSentence),
                    "text": Self.start(of: readability.longestSentenceText),
                ])
        ]
    }

    /// One short text can score badly by chance; the texts of a file together cannot.
    private func hardFiles(_ read: [(text: PlainText, readability: Readability)]) -> [Finding] {
        var files: [FileAndStandard: (readability: Readability, place: Place)] = [:]
        for (text, readability) in read {
            let key = FileAndStandard(
                file: text.place.file, standard: text.standard, language: text.language)
            var entry = files[key] ?? (Readability(in: text.language), text.place)
            entry.readability.add(readability)
            files[key] = entry
        }
        return files.compactMap { key, entry in
            let needed = Self.leastScore(key.standard, in: key.language)
            guard entry.readability.words >= 20, entry.readability.score < needed else { return nil }
            return Finding(
                .textTooHard, at: Place(file: key.file, line: 1),
                ["found": String(Int(entry.readability.score)), "allowed": String(Int(needed))])
        }
    }

    private func words(_ text: PlainText) -> [Finding] {
        var found: [Finding] = []
        let words = text.text.unicodeScalars.split { !($0.isOfWord || $0 == "-") }.map(String.init)
        for word in Set(words) where Self.isAcronym(word) && !explained.contains(word) {
            found.append(Finding(.unexplainedAcronym, at: text.place, ["value": word]))
        }
        if text.standard == .street,
            let word = words.first(where: { Self.notForStreet.contains($0.lowercased()) })
        {
            found.append(Finding(.wordNotForStreet, at: text.place, ["value": word]))
        }
        return found
    }

    /// Three capitals or more, such as FISTRAP; codes with digits are labels, not acronyms.
    private static func isAcronym(_ word: String) -> Bool {
        word.unicodeScalars.first.map { !(0x61...0x7A).contains($0.value) } ?? false && word.count >= 3
            && word.allSatisfy { $0.isUppercase && $0.isLetter }
    }

    /// Words that judge before the prosecutor does, or ask for what a sereno may not do.
    private static let notForStreet: Set<String> = [
        "víctima", "víctimas", "interrogar", "decomisar", "rescatar",
        "victim", "victims", "interrogate", "seize",
    ]

    private static func start(of text: String) -> String {
        text.count > 60 ? String(text.prefix(60)) + "…" : text
    }

    private struct FileAndStandard: Hashable {
        let file: String
        let standard: PlainText.Standard
        let language: Language
    }
}
