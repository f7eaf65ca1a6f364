/// How easy a Spanish text is to read: sentences, words, syllables and the Szigriszt-Pazos score.
///
/// The score (Szigriszt Pazos, 1993) is `206.835 − 62.3 · syllables/words − words/sentences`; 65 and above is plain, 75
/// and above very plain. It is a guide, not a judge: names of laws and acronyms weigh on it unjustly.
public struct Readability: Equatable, Sendable {
    public private(set) var sentences = 0
    public private(set) var words = 0
    public private(set) var syllables = 0
    /// Words in the longest sentence.
    public private(set) var longestSentence = 0
    /// The longest sentence itself, for a finding to point at.
    public private(set) var longestSentenceText = ""

    public init(_ text: String) {
        var wordsHere = 0
        var sentence: [Character] = []
        var word: [Character] = []
        func endWord(_ readability: inout Readability) {
            guard word.contains(where: \.isLetter) || word.contains(where: \.isNumber) else {
                return word.removeAll()
            }
            wordsHere += 1
            readability.words += 1
            readability.syllables += Self.syllables(in: word)
            word.removeAll()
        }
        func endSentence(_ readability: inout Readability) {
            guard wordsHere > 0 else { return }
            readability.sentences += 1
            if wordsHere > readability.longestSentence {
                readability.longestSentence = wordsHere
                readability.longestSentenceText = String(sentence.drop(while: \.isWhitespace))
            }
            wordsHere = 0
            sentence.removeAll()
        }
        let characters = Array(text.lowercased())
        for (position, character) in characters.enumerated() {
            sentence.append(character)
            let isInside =
                character == "." && position + 1 < characters.count && !characters[position + 1].isWhitespace
            if character.isLetter || character.isNumber || isInside {
                word.append(character)
                continue
            }
            endWord(&self)
            if ".!?…;:\n".contains(character) { endSentence(&self) }
        }
        endWord(&self)
        endSentence(&self)
    }

    /// Nothing read yet.
    init() {}

    /// Both texts read one after the other.
    mutating func add(_ other: Readability) {
        sentences += other.sentences
        words += other.words
        syllables += other.syllables
        guard other.longestSentence > longestSentence else { return }
        longestSentence = other.longestSentence
        longestSentenceText = other.longestSentenceText
    }

    /// The Szigriszt-Pazos score, 100 for an empty text.
    public var score: Double {
        guard words > 0, sentences > 0 else { return 100 }
        return 206.835 - 62.3 * Double(syllables) / Double(words) - Double(words) / Double(sentences)
    }

    /// The syllables of a lower-case word: groups of vowels, with two strong vowels or an accented weak one apart.
    static func syllables(in word: [Character]) -> Int {
        if word.allSatisfy(\.isNumber) { return 2 }
        var count = 0
        var previous: Character?
        for (position, letter) in word.enumerated() {
            guard Self.vowels.contains(letter) || (letter == "y" && position == word.count - 1) else {
                previous = nil
                continue
            }
            let isSilent =
                letter == "u" && position > 0 && "qg".contains(word[position - 1])
                && position + 1 < word.count
                && "eiéí".contains(word[position + 1])
            if isSilent { continue }
            let joins = previous.map { !(Self.strong.contains($0) && Self.strong.contains(letter)) } ?? false
            if !joins { count += 1 }
            previous = letter
        }
        return max(count, 1)
    }

    private static let vowels: Set<Character> = Set("aeiouáéíóúü")
    /// Vowels that stand apart from each other; an accent makes a weak vowel strong.
    private static let strong: Set<Character> = Set("aeoáéóíú")
}
