import Crypto
import Foundation

/// The key pair to which phones seal reports: HPKE (RFC 9180) in base mode with P-256, HKDF-SHA-256 and AES-256-GCM,
/// which every browser has. Printing one prints its type.
public struct IntakeKeyPair: Sendable, Unprintable {
    private let privateKey: P256.KeyAgreement.PrivateKey
    /// What phones seal to.
    public let publicKey: PointKey

    /// How many bytes the private part has.
    public static let length = 32

    /// The pair of a private part.
    ///
    /// - Throws: `.unusable` where the bytes are no number of the curve.
    public init(privateRaw: [UInt8]) throws(SealingFault) {
        guard let key = try? P256.KeyAgreement.PrivateKey(rawRepresentation: privateRaw) else {
            throw .unusable
        }
        privateKey = key
        publicKey = PointKey(known: Array(key.publicKey.x963Representation))
    }

    /// What was sealed, as it came.
    public struct Sealed: Sendable {
        /// The encapsulated key, 65 bytes.
        public let enc: [UInt8]
        /// Ciphertext and tag.
        public let box: [UInt8]

        public init(enc: [UInt8], box: [UInt8]) {
            self.enc = enc
            self.box = box
        }
    }

    /// Opens what was sealed to this pair.
    ///
    /// - Parameters:
    ///   - info: what it was sealed for.
    ///   - associated: what is bound to it in clear.
    /// - Throws: `.unreadable`, whatever the cause.
    public func open(
        _ sealed: Sealed, info: String, associated: String
    ) throws(SealingFault) -> [UInt8] {
        try open(sealed, info: info, associated: associated, under: .P256_SHA256_AES_GCM_256)
    }

    /// The same under another suite: the vectors of the standard have AES-128 only.
    func open(
        _ sealed: Sealed, info: String, associated: String, under suite: HPKE.Ciphersuite
    ) throws(SealingFault) -> [UInt8] {
        guard sealed.enc.count == PointKey.length else { throw .unreadable }
        do {
            var recipient = try HPKE.Recipient(
                privateKey: privateKey, ciphersuite: suite, info: Data(info.utf8),
                encapsulatedKey: Data(sealed.enc))
            return Array(try recipient.open(sealed.box, authenticating: Array(associated.utf8)))
        } catch {
            throw .unreadable
        }
    }
}
