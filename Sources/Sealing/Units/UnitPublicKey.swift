import Crypto

/// The public key of a unit or an account (X25519): anybody may seal to it, only its holder opens.
public struct UnitPublicKey: Hashable, Sendable {
    /// The 32 bytes of the key.
    public let raw: [UInt8]

    /// Reads a key.
    ///
    /// - Throws: `.unusable` where there are not exactly 32 bytes.
    public init(raw: [UInt8]) throws(SealingFault) {
        guard (try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: raw)) != nil else { throw .unusable }
        self.raw = raw
    }

    init(of key: Curve25519.KeyAgreement.PublicKey) { raw = Array(key.rawRepresentation) }

    /// The key as the library wants it.
    ///
    /// - Throws: never for a key that was read by `init(raw:)`.
    func agreement() throws -> Curve25519.KeyAgreement.PublicKey {
        try Curve25519.KeyAgreement.PublicKey(rawRepresentation: raw)
    }
}
