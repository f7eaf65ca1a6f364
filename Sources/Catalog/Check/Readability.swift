/// How easy a text is to read: sentences, words, syllables and a score.
///
/// For Spanish the score (Szigriszt Pazos, 1993) is `206.835 − 62.3 · syllables/words − words/sentences`; 65 and above is
/// plain, 75 and above very plain. For English (Flesch, 1948) it is `206.835 − 84.6 · syllables/words − 1.015 ·
/// words/sentences`; 60 and above is plain. It is a guide, not a judge: names of laws and acronyms weigh on it unjustly.
public struct Readability: Equatable, Sendable {
    public private(set) var sentences = 0
    public private(set) var words = 0
    public private(set) var syllables = 0
    /// Words in the longest sentence.
    public private(set) var longestSentence = 0
    private var longest: ArraySlice<Unicode.Scalar> = []
    private var language = Language.spanish

    /// The longest sentence itself, in lower case, for a finding to point at.
    public var longestSentenceText: String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: longest.drop { $0.properties.isWhitespace })
        return String(text)
    }

    public init(_ text: String, in language: Language = .spanish) {
        self.language = language
        let letters = Array(text.lowercased().unicodeScalars)
        var (wordsHere, start) = (0, 0)
        var word: Range<Int> = 0..<0
        for (position, letter) in letters.enumerated() {
            let next = position + 1 < letters.count ? letters[position + 1] : " "
            let isInside =
                letter == "." && !next.properties.isWhitespace || Self.joins.contains(letter) && next.isOfWord
            if letter.isOfWord || isInside {
                word = word.isEmpty ? position..<(position + 1) : word.lowerBound..<(position + 1)
                continue
            }
            if add(word: letters[word]) { wordsHere += 1 }
            word = 0..<0
            if Self.ends.contains(letter) {
                add(sentence: letters[start...position], of: wordsHere)
                if wordsHere > 0 { (wordsHere, start) = (0, position + 1) }
            }
        }
        if add(word: letters[word]) { wordsHere += 1 }
        add(sentence: letters[start...], of: wordsHere)
    }

    /// Counts a word; false where it has neither letters nor numbers.
    private mutating func add(word: ArraySlice<Unicode.Scalar>) -> Bool {
        guard word.contains(where: \.isOfWord) else { return false }
        words += 1
        switch language {
        case .spanish: syllables += Self.syllables(in: Array(word))
        case .english: syllables += EnglishSyllables(in: Array(word)).count
        }
        return true
    }

    private mutating func add(sentence: ArraySlice<Unicode.Scalar>, of count: Int) {
        guard count > 0 else { return }
        sentences += 1
        guard count > longestSentence else { return }
        (longestSentence, longest) = (count, sentence)
    }

    /// Nothing read yet.
    init(in language: Language) { self.language = language }

    /// Both texts read one after the other.
    mutating func add(_ other: Readability) {
        sentences += other.sentences
        words += other.words
        syllables += other.syllables
        guard other.longestSentence > longestSentence else { return }
        (longestSentence, longest) = (other.longestSentence, other.longest)
    }

    /// The score of the language, 100 for an empty text.
    public var score: Double {
        guard words > 0, sentences > 0 else { return 100 }
        let (perWord, perSentence) = (
            Double(syllables) / Double(words), Double(words) / Double(sentences)
        )
        return switch language {
        case .spanish: 206.835 - 62.3 * perWord - perSentence
        case .english: 206.835 - 84.6 * perWord - 1.015 * perSentence
        }
    }

    /// The syllables of a lower-case word: groups of vowels, with two strong vowels or an accented weak one apart.
    static func syllables(in word: [Unicode.Scalar]) -> Int {
        if word.allSatisfy(\.isNumber) { return 2 }
        var count = 0
        var previous: Unicode.Scalar?
        for (position, letter) in word.enumerated() {
            guard isVowel(letter) || (letter == "y" && position == word.count - 1) else {
                previous = nil
                continue
            }
            let isSilent =
                letter == "u" && position > 0 && (word[position - 1] == "q" || word[position - 1] == "g")
                && position + 1 < word.count && isFront(word[position + 1])
            if isSilent { continue }
            let joins = previous.map { !(isStrong($0) && isStrong(letter)) } ?? false
            if !joins { count += 1 }
            previous = letter
        }
        return max(count, 1)
    }

    /// What stands inside a word: `person’s`.
    private static let joins: [Unicode.Scalar] = ["'", "’"]
    private static let ends: [Unicode.Scalar] = [".", "!", "?", "…", ";", ":", "\n"]

    private static func isVowel(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case "i", "u", "ü": true
        default: isStrong(letter)
        }
    }

    /// Vowels that stand apart from each other; an accent makes a weak vowel strong.
    private static func isStrong(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case "a", "e", "o", "á", "é", "ó", "í", "ú": true
        default: false
        }
    }

    /// Vowels before which a u behind q or g is not heard.
    private static func isFront(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case "e", "i", "é", "í": true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// A letter, the accent of one, or a number. Ours are nearly all ASCII, which is looked at first: a catalogue has a
    /// hundred thousand of them, and they are read at every start.
    var isOfWord: Bool {
        isASCII
            ? (0x61...0x7A).contains(value | 0x20) || isNumber
            : properties.isAlphabetic || isNumber || properties.canonicalCombiningClass != .notReordered
    }

    var isNumber: Bool { isASCII ? (0x30...0x39).contains(value) : properties.numericType != nil }
}
