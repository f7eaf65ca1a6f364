/// How many syllables an English word has: groups of vowels, without the e that nobody hears.
///
/// A rule of thumb, as every program uses that has no dictionary; wrong by one for about one word in ten.
struct EnglishSyllables {
    let count: Int

    /// - Parameter word: in lower case.
    init(in word: [Unicode.Scalar]) {
        if word.allSatisfy(\.isNumber) {
            count = 2
            return
        }
        // What stands before an apostrophe is the word; the s or t behind it is no syllable.
        let letters = Array(word.prefix { $0 != "'" && $0 != "’" })
        var groups = 0
        var isInGroup = false
        for letter in letters {
            let isVowel = Self.isVowel(letter)
            if isVowel, !isInGroup { groups += 1 }
            isInGroup = isVowel
        }
        count = max(1, groups - Self.silent(letters))
    }

    /// The ending that is written and not heard: `take`, `named`, `makes`; but `people`, `wanted`, `houses` are heard.
    private static func silent(_ letters: [Unicode.Scalar]) -> Int {
        guard letters.count > 2, let last = letters.last else { return 0 }
        let before = letters[letters.count - 2]
        let third = letters[letters.count - 3]
        switch last {
        case "e": return isVowel(before) || (before == "l" && !isVowel(third)) ? 0 : 1
        case "d" where before == "e": return third == "t" || third == "d" || isVowel(third) ? 0 : 1
        case "s" where before == "e": return isVowel(third) || isHissed(third) ? 0 : 1
        default: return 0
        }
    }

    private static func isHissed(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case "s", "x", "z", "c", "g", "h": true
        default: false
        }
    }

    private static func isVowel(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case "a", "e", "i", "o", "u", "y": true
        // In English a letter with an accent is a vowel of a Spanish name.
        default: !letter.isASCII
        }
    }
}
