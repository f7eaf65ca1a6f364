public import CaseRegister

/// What a passphrase must be: long, and none that everybody tries first. Any character is welcome.
public enum PassphraseRule {
    /// In characters, as people count them.
    public static let shortest = 12
    public static let longest = 128

    /// Why a passphrase was not taken.
    public enum Finding: Error, Hashable, Sendable {
        case tooShort(Int)
        case tooLong(Int)
        /// It stands in the list, alone or with what people hang on it.
        case common
        /// One piece again and again, or a row of neighbours.
        case pattern
        /// It holds the code of the account.
        case account
    }

    /// The first thing that is wrong with a passphrase; nil where it is good.
    public static func finding(in passphrase: String, of account: ActorID) -> Finding? {
        let count = passphrase.count
        guard count >= shortest else { return .tooShort(count) }
        guard count <= longest, passphrase.utf8.count <= 4 * longest else { return .tooLong(count) }
        let plain = folded(passphrase)
        if plain.contains(folded(account.text)) { return .account }
        if isPattern(plain) { return .pattern }
        return isCommon(plain) ? .common : nil
    }

    /// Small letters and digits only: what is left when accents and decoration are taken off.
    private static func folded(_ text: String) -> String {
        let scalars = text.lowercased().unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
            switch scalar {
            case "\u{E1}", "\u{E0}", "\u{E4}": "a"
            case "\u{E9}": "e"
            case "\u{ED}": "i"
            case "\u{F3}", "\u{F6}": "o"
            case "\u{FA}", "\u{FC}": "u"
            case "\u{F1}": "n"
            case "@": "a"
            case "$": "s"
            default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? scalar : nil
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// Whether it is made of known words, years and digits only, with at most three letters of anything else.
    private static func isCommon(_ plain: String) -> Bool {
        if words.contains(plain) { return true }
        let text = Array(plain)
        var position = 0
        var own = 0
        while position < text.count {
            let longest = min(longestWord, text.count - position)
            let length = stride(from: longest, through: 3, by: -1).first { length in
                words.contains(String(text[position..<(position + length)]))
            }
            if let length {
                position += length
            } else {
                if !text[position].isNumber { own += 1 }
                position += 1
            }
        }
        return own <= 3 && wordsNeeded(text) <= 2
    }

    /// How many known words it takes; four different ones by chance are a good passphrase.
    private static func wordsNeeded(_ text: [Character]) -> Int {
        var position = 0
        var found: Set<String> = []
        while position < text.count {
            let longest = min(longestWord, text.count - position)
            let word = stride(from: longest, through: 3, by: -1).lazy
                .map { String(text[position..<(position + $0)]) }.first { words.contains($0) }
            if let word { found.insert(word) }
            position += word?.count ?? 1
        }
        return found.count
    }

    private static func isPattern(_ plain: String) -> Bool {
        let text = plain.unicodeScalars.map(\.value)
        guard let first = text.first else { return true }
        if text.allSatisfy({ $0 == first }) { return true }
        if Set(text).count < 5 { return true }
        for length in 1...max(1, min(8, text.count / 2))
        where text.indices.dropFirst(length).allSatisfy({ text[$0] == text[$0 - length] }) {
            return true
        }
        let steps = zip(text, text.dropFirst()).map { Int64($1) - Int64($0) }
        let rows = steps.count { $0 == 1 || $0 == -1 || $0 == 0 }
        return !steps.isEmpty && rows * 10 >= steps.count * 8
    }

    private static let words: Set<String> = {
        let lines = String(decoding: PackageResources.CommonPassphrases_txt, as: UTF8.self).split(
            separator: "\n")
        return Set(lines.filter { !$0.hasPrefix("#") }.map { folded(String($0)) }.filter { $0.count >= 3 })
    }()

    private static let longestWord = words.map(\.count).max() ?? 0
}
