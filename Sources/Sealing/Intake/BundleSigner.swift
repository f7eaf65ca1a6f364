import Crypto

/// Signs the bundles that phones take (ECDSA, P-256, SHA-256). Printing one prints its type.
public struct BundleSigner: Sendable, Unprintable {
    private let key: P256.Signing.PrivateKey
    /// What phones pin at their first visit.
    public let publicKey: PointKey

    /// How many bytes the private part has.
    public static let length = 32

    /// A signer from its private part.
    ///
    /// - Throws: `.unusable` where the bytes are no number of the curve.
    public init(privateRaw: [UInt8]) throws(SealingFault) {
        guard let key = try? P256.Signing.PrivateKey(rawRepresentation: privateRaw) else { throw .unusable }
        self.key = key
        publicKey = PointKey(known: Array(key.publicKey.x963Representation))
    }

    /// The signature over the UTF-8 bytes of a text, `r | s` in base64url.
    ///
    /// - Throws: never for a key that was read; the library says it could.
    public func sign(_ text: String) throws(SealingFault) -> String {
        guard let signature = try? key.signature(for: Array(text.utf8)) else { throw .unusable }
        return Base64URL.text(of: signature.rawRepresentation)
    }
}
