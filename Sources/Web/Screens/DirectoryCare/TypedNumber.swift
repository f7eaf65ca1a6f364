/// Reads a phone number as people write it.
enum TypedNumber {
    /// The digits of a number; spaces, hyphens, dots and parentheses are skipped. Nil where anything else stands in it.
    static func digits(_ text: String) -> String? {
        var digits = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case " ", "-", ".", "(", ")": continue
            default: return nil
            }
        }
        return digits
    }
}
