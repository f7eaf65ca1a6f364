/// The form of every word that a report may carry: an id of the catalogue, never a sentence.
///
/// Letters and digits of ASCII, `-`, `.` and `_`, at most 64 of them. There is no space and no accent, so that
/// neither a name nor a story can travel in a field meant for an id, and no NUL byte can reach a database.
enum Word {
    /// How many characters a word may have.
    static let longest = 64

    /// Whether a text has this form.
    static func isWord(_ text: String) -> Bool {
        (1...longest).contains(text.utf8.count) && text.utf8.allSatisfy(isWordCharacter)
    }

    private static func isWordCharacter(_ character: UInt8) -> Bool {
        switch character {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
