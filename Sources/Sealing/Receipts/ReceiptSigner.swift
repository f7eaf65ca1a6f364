import Crypto

/// Signs receipts with Ed25519. Printing one prints its type.
public struct ReceiptSigner: Sendable, Unprintable {
    private let key: Curve25519.Signing.PrivateKey
    /// What checks the receipts that this signs.
    public let publicKey: ReceiptPublicKey

    /// A signer from its seed.
    ///
    /// - Throws: never for a seed that was made; the library says it could.
    public init(seed: SigningSeed) throws(SealingFault) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed.bytes) else {
            throw .unusable
        }
        self.key = key
        publicKey = ReceiptPublicKey(of: key.publicKey)
    }

    /// Signs a statement.
    ///
    /// - Throws: `.unusable` where a part of the statement has not the form that it must have.
    public func sign(_ statement: ReceiptStatement) throws(SealingFault) -> SignedReceipt {
        let bytes = try statement.bytes(signedBy: publicKey.id)
        guard let signature = try? key.signature(for: bytes) else { throw .unusable }
        return SignedReceipt(statement, keyID: publicKey.id, signed: bytes, signature: Array(signature))
    }

    /// Signs other bytes of the house, which begin with a mark of their own: the 64 bytes of the signature.
    ///
    /// - Throws: never for a seed that was made; the library says it could.
    public func signature(over bytes: [UInt8]) throws(SealingFault) -> [UInt8] {
        guard let signature = try? key.signature(for: bytes) else { throw .unusable }
        return Array(signature)
    }
}
