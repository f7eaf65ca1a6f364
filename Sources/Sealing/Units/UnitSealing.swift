import Crypto
import Foundation

/// Sealing to a public key with HPKE (RFC 9180, base mode, X25519, HKDF-SHA-256, ChaCha20-Poly1305).
///
/// Stored as `version | what | encapsulated key (32) | ciphertext | tag (16)`. Whoever has the public key can
/// make one: it proves nothing about who sealed it. The fresh key of each is drawn by the library.
public enum UnitSealing {
    static let version: UInt8 = 1
    private static let encapsulatedLength = 32

    /// What is inside; a key never passes for a text.
    enum Kind: UInt8 {
        case key = 1
        case text = 2
        case pair = 3
    }

    /// Wraps a key to a unit.
    ///
    /// - Throws: `.unusable` where the public key is none that can be sealed to.
    public static func wrap(
        _ key: SealingKey, to unit: UnitPublicKey, in context: SealingContext
    ) throws(SealingFault) -> [UInt8] {
        try seal(key.rawBytes, .key, to: unit, in: context)
    }

    /// Wraps a whole key pair, such as the pair of a unit to the pair of a member.
    ///
    /// - Throws: as `wrap` of a key.
    public static func wrap(
        _ pair: UnitKeyPair, to holder: UnitPublicKey, in context: SealingContext
    ) throws(SealingFault) -> [UInt8] {
        try seal(pair.privateRaw, .pair, to: holder, in: context)
    }

    /// Seals a short text, such as the name of an officer, to a unit.
    ///
    /// - Throws: `.unusable` where the public key is none that can be sealed to, or the text is over 1 MiB.
    public static func sealText(
        _ plain: [UInt8], to unit: UnitPublicKey, in context: SealingContext
    ) throws(SealingFault) -> [UInt8] {
        try seal(try Padding.filled(plain), .text, to: unit, in: context)
    }

    static func open(
        _ bytes: [UInt8], _ kind: Kind, with pair: UnitKeyPair, in context: SealingContext
    ) throws(SealingFault) -> [UInt8] {
        let head = [version, kind.rawValue]
        let start = head.count + encapsulatedLength
        guard bytes.count > start, Array(bytes.prefix(head.count)) == head else { throw .unreadable }
        do {
            var recipient = try HPKE.Recipient(
                privateKey: pair.privateKey, ciphersuite: .Curve25519_SHA256_ChachaPoly,
                info: Data(info(context)), encapsulatedKey: Data(bytes[head.count..<start]))
            return Array(try recipient.open(bytes[start...], authenticating: head))
        } catch {
            throw .unreadable
        }
    }

    private static func seal(
        _ plain: [UInt8], _ kind: Kind, to unit: UnitPublicKey, in context: SealingContext
    ) throws(SealingFault) -> [UInt8] {
        let head = [version, kind.rawValue]
        do {
            var sender = try HPKE.Sender(
                recipientKey: try unit.agreement(), ciphersuite: .Curve25519_SHA256_ChachaPoly,
                info: Data(info(context)))
            let sealed = try sender.seal(plain, authenticating: head)
            return head + Array(sender.encapsulatedKey) + Array(sealed)
        } catch {
            throw .unusable
        }
    }

    private static func info(_ context: SealingContext) -> [UInt8] {
        Netstrings.bytes(of: ["ruta-hpke-1"]) + context.bytes
    }
}
