import Crypto

/// The public key of a unit or an account (X25519): anybody may seal to it, only its holder opens.
public struct UnitPublicKey: Hashable, Sendable {
    /// The 32 bytes of the key.
    public let raw: [UInt8]

    /// Reads a key.
    ///
    /// - Throws: `.unusable` where there are not exactly 32 bytes, or where they are one of the few points to
    ///   which whatever is sealed can be opened by anybody.
    public init(raw: [UInt8]) throws(SealingFault) {
        guard let key = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: raw), !Self.isWeak(key)
        else {
            throw .unusable
        }
        self.raw = raw
    }

    init(of key: Curve25519.KeyAgreement.PublicKey) { raw = Array(key.rawRepresentation) }

    /// The key as the library wants it.
    ///
    /// - Throws: never for a key that was read by `init(raw:)`.
    func agreement() throws -> Curve25519.KeyAgreement.PublicKey {
        try Curve25519.KeyAgreement.PublicKey(rawRepresentation: raw)
    }

    /// Whether the key makes the same shared secret with everybody: all zero. The library does not look.
    private static func isWeak(_ key: Curve25519.KeyAgreement.PublicKey) -> Bool {
        let any = Array(repeating: UInt8(1), count: UnitKeyPair.length)
        guard let probe = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: any),
            let shared = try? probe.sharedSecretFromKeyAgreement(with: key)
        else { return true }
        return shared.withUnsafeBytes { $0.allSatisfy { $0 == 0 } }
    }
}
