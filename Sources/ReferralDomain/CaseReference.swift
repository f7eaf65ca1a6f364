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
        var sum = 0
        for (position, character) in characters.enumerated() {
            guard let value = Self.alphabet.firstIndex(of: character) else { throw .character(at: position) }
            sum += (position + 1) * value
        }
        guard sum % Self.alphabet.count == 0 else { throw .check }
        utf8 = characters
    }

    /// A new reference from random bytes, of which the first fourteen are used.
    ///
    /// Two bytes a character keep the bias of the remainder under one part in two thousand.
    public init(random bytes: [UInt8]) {
        let alphabet = Self.alphabet
        var characters: [UInt8] = []
        var sum = 0
        for position in 0..<(Self.length - 1) {
            let pair = Int(bytes[2 * position]) << 8 | Int(bytes[2 * position + 1])
            let value = pair % alphabet.count
            sum += (position + 1) * value
            characters.append(alphabet[value])
        }
        // 29 is prime, so the check value that brings the weighted sum to zero exists and is unique.
        let check = (0..<alphabet.count).first { (sum + Self.length * $0) % alphabet.count == 0 } ?? 0
        characters.append(alphabet[check])
        utf8 = characters
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

    private static let alphabet = Array("2346789ABCDEFGHJKMNPQRTUVWXYZ".utf8)
}
