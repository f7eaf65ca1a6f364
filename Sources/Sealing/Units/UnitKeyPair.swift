import Crypto

/// The key pair of a unit or an account (X25519). Printing one prints its type.
public struct UnitKeyPair: Sendable, Unprintable {
    /// How many bytes the private part has.
    public static let length = 32

    let privateKey: Curve25519.KeyAgreement.PrivateKey

    /// The part that anybody may know.
    public let publicKey: UnitPublicKey

    /// A new pair from random bytes.
    ///
    /// - Throws: `.unusable` where there are not exactly 32 bytes.
    public init(random bytes: [UInt8]) throws(SealingFault) { try self.init(privateRaw: bytes) }

    /// The pair of a private part that was locked away and opened again.
    ///
    /// - Throws: `.unusable` where there are not exactly 32 bytes.
    public init(privateRaw: [UInt8]) throws(SealingFault) {
        guard privateRaw.count == Self.length,
            let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: privateRaw)
        else { throw .unusable }
        privateKey = key
        publicKey = UnitPublicKey(of: key.publicKey)
    }

    /// The private part, for what locks it away.
    package var privateRaw: [UInt8] { Array(privateKey.rawRepresentation) }

    /// Opens a key that was wrapped to this pair.
    ///
    /// - Throws: `.unreadable`, whatever the cause.
    public func unwrap(_ bytes: [UInt8], in context: SealingContext) throws(SealingFault) -> SealingKey {
        let raw = try UnitSealing.open(bytes, .key, with: self, in: context)
        guard let key = try? SealingKey(random: raw) else { throw .unreadable }
        return key
    }

    /// Opens a short text that was sealed to this pair.
    ///
    /// - Throws: `.unreadable`, whatever the cause.
    public func openText(_ bytes: [UInt8], in context: SealingContext) throws(SealingFault) -> [UInt8] {
        try Padding.emptied(try UnitSealing.open(bytes, .text, with: self, in: context))
    }

    /// Opens a pair that was wrapped to this pair, such as the pair of a unit wrapped to a member's.
    ///
    /// - Throws: `.unreadable`, whatever the cause.
    public func unwrapPair(_ bytes: [UInt8], in context: SealingContext) throws(SealingFault) -> UnitKeyPair {
        let raw = try UnitSealing.open(bytes, .pair, with: self, in: context)
        guard let pair = try? UnitKeyPair(privateRaw: raw) else { throw .unreadable }
        return pair
    }
}
