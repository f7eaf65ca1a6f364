/// The reference that names a report or a case on the telephone and on a receipt.
///
/// Eight characters without look-alikes, the last a check character, so that one misheard or swapped
/// character is caught before the wrong file is opened. The characters are drawn at random: a reference
/// says nothing about the person, the place or the hour. It is a label, never a key that opens a door.
public struct CaseReference: Hashable, Sendable {
    /// The eight characters, in upper case.
    public let utf8: [UInt8]

    /// How many characters a reference has, the check character among them.
    public static let length = 8

    /// Reads a reference as it was typed or heard, in either letter case; spaces and hyphens are skipped.
    ///
    /// - Throws: `.length` or `.character` where the text cannot be a reference, `.check` where it
    ///   could be one but a character is wrong.
    public init(reading text: some Sequence<UInt8>) throws(Misread) {
        var characters: [UInt8] = []
        characters.reserveCapacity(Self.length)
        for byte in text where byte != 0x20 && byte != 0x2D {
            characters.append((0x61...0x7A).contains(byte) ? byte - 0x20 : byte)
        }
        guard characters.count == Self.length else { throw .length(characters.count) }
        if let wrong = characters.firstIndex(where: { !CheckedCharacters.alphabet.contains($0) }) {
            throw .character(at: wrong)
        }
        guard CheckedCharacters.areWhole(characters) else { throw .check }
        utf8 = characters
    }

    /// A new reference from random bytes, of which the first fourteen are used.
    ///
    /// Two bytes a character keep the bias of the remainder under one part in two thousand.
    public init(random bytes: [UInt8]) {
        let alphabet = CheckedCharacters.alphabet
        utf8 = CheckedCharacters.checked(
            (0..<(Self.length - 1)).map { position in
                let pair = Int(bytes[2 * position]) << 8 | Int(bytes[2 * position + 1])
                return alphabet[pair % alphabet.count]
            })
    }

    /// The characters as text, in two groups of four: `K7Q2-M3X9`.
    public var text: String {
        String(unsafeUninitializedCapacity: Self.length + 1) { characters in
            for (position, character) in utf8.enumerated() {
                characters[position < 4 ? position : position + 1] = character
            }
            characters[4] = 0x2D
            return Self.length + 1
        }
    }

    /// Why a text is not a reference.
    public enum Misread: Error, Equatable {
        case length(Int)
        case character(at: Int)
        case check
    }

    /// How many random bytes a new reference uses.
    public static let randomBytes = 2 * (length - 1)
}
