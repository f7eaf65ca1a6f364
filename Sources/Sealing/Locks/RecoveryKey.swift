import Crypto

/// A key on paper: 160 random bits as eight groups of four characters, and a ninth group that checks them.
///
/// `7K2M-…`: Crockford's base 32, without I, L, O and U. Reading forgives case, spaces, hyphens, an O for a
/// zero and an I or an L for a one. Printing the value prints its type; only `text` shows it.
public struct RecoveryKey: Sendable, Unprintable {
    /// How many bytes a key has.
    public static let length = 20

    private let bytes: [UInt8]

    /// A new key from random bytes.
    ///
    /// - Throws: `.unusable` where there are not exactly 20 bytes.
    public init(random bytes: [UInt8]) throws(SealingFault) {
        guard bytes.count == Self.length else { throw .unusable }
        self.bytes = bytes
    }

    /// Reads a key as it was copied from paper.
    ///
    /// - Throws: `.unreadable` where it was copied wrongly or is none.
    public init(reading text: String) throws(SealingFault) {
        let characters = text.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }.map(
            Self.forgiven)
        guard characters.count == Self.characters + Self.checks,
            let bytes = BitText.spoken.bytes(
                of: String(decoding: characters.prefix(Self.characters), as: UTF8.self)),
            bytes.count == Self.length,
            Self.check(of: bytes) == String(decoding: characters.suffix(Self.checks), as: UTF8.self)
        else { throw .unreadable }
        self.bytes = bytes
    }

    /// What is printed for the holder, once: nine groups of four.
    public var text: String {
        let characters = Array((BitText.spoken.text(of: bytes) + Self.check(of: bytes)).utf8)
        let groups = stride(from: 0, to: characters.count, by: 4).map { start in
            String(decoding: characters[start..<(start + 4)], as: UTF8.self)
        }
        return groups.joined(separator: "-")
    }

    /// Locks a secret with this key.
    ///
    /// - Throws: `.unusable` where the source gives too few bytes.
    public func lock(
        _ secret: [UInt8], in context: SealingContext, random: RandomBytes
    ) throws(SealingFault) -> [UInt8] {
        try Envelope.seal(secret, with: key, in: context, random: random)
    }

    /// Opens what was locked with this key.
    ///
    /// - Throws: `.unreadable`, whatever the cause.
    public func unlock(_ locked: [UInt8], in context: SealingContext) throws(SealingFault) -> [UInt8] {
        try Envelope.open(locked, with: key, in: context)
    }

    private var key: SealingKey { SealingKey(derivedFrom: bytes, for: "ruta-recovery-1") }

    private static let characters = 32
    private static let checks = 4

    /// Twenty bits of a hash: a wrong character is found in all but one of a million cases.
    private static func check(of bytes: [UInt8]) -> String {
        let hash = SHA256.hash(data: Array("ruta-recovery-check".utf8) + bytes)
        return String(BitText.spoken.text(of: Array(hash).prefix(5)).prefix(checks))
    }

    private static func forgiven(_ character: UInt8) -> UInt8 {
        let upper = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(character) ? character - 0x20 : character
        return switch upper {
        case UInt8(ascii: "O"): UInt8(ascii: "0")
        case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
        default: upper
        }
    }
}
