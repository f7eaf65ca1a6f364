import Crypto
import Foundation

/// Finds an exact name or document among sealed ones: a keyed hash of what it sounds like on paper.
///
/// `María  LÓPEZ` and `maria lopez` give one token. Whoever has the key can try every document number, so the
/// key belongs to one unit, is wrapped like any other, and every search is written down.
public enum BlindIndex {
    /// The token of a value, 32 bytes.
    public static func token(of value: String, field: String, key: SealingKey) -> [UInt8] {
        let bytes = Netstrings.bytes(of: ["ruta-blind-1", field, folded(value, field: field)])
        return Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key.symmetric))
    }

    /// Whether anything is left to be found once a value is folded.
    public static func isIndexable(_ value: String, field: String) -> Bool {
        !folded(value, field: field).isEmpty
    }

    /// Without accents, letter case and signs; words stand apart by one space, numbers have none at all.
    static func folded(_ value: String, field: String) -> String {
        var words: [String] = [""]
        for scalar in value.decomposedStringWithCompatibilityMapping.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .spacingMark, .format: continue
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
                .decimalNumber:
                words[words.count - 1] += scalar.properties.lowercaseMapping
            default: if words[words.count - 1] != "" { words.append("") }
            }
        }
        if words.last == "" { words.removeLast() }
        return words.joined(separator: numbers.contains(field) ? "" : " ")
    }

    /// The fields that are numbers, however they were grouped.
    private static let numbers: Set<String> = ["document", "phone"]
}
