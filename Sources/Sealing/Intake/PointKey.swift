import Crypto

/// A public key of P-256 as phones know it: 65 bytes, uncompressed. What it signed is checked here.
public struct PointKey: Hashable, Sendable {
    /// `04 | x | y`.
    public let raw: [UInt8]
    /// The first sixteen hexadecimal digits of SHA-256 of the bytes.
    public let id: String

    /// How many bytes a key has.
    public static let length = 65

    /// Reads a key.
    ///
    /// - Throws: `.unusable` where the bytes are no uncompressed point of the curve.
    public init(raw: [UInt8]) throws(SealingFault) {
        guard raw.count == Self.length, (try? P256.Signing.PublicKey(x963Representation: raw)) != nil else {
            throw .unusable
        }
        self.init(known: raw)
    }

    /// Reads a key in base64url.
    ///
    /// - Throws: as for bytes.
    public init(text: String) throws(SealingFault) {
        guard let raw = Base64URL.bytes(of: text) else { throw .unusable }
        try self.init(raw: raw)
    }

    init(known raw: [UInt8]) {
        self.raw = raw
        id = String(HashText.sha256(of: raw).prefix(16))
    }

    /// The key in base64url.
    public var text: String { Base64URL.text(of: raw) }

    /// Whether this key signed the UTF-8 bytes of a text: ECDSA with SHA-256, `r | s` in base64url.
    public func isSignature(_ signature: String, of text: String) -> Bool {
        guard let bytes = Base64URL.bytes(of: signature),
            let read = try? P256.Signing.ECDSASignature(rawRepresentation: bytes),
            let key = try? P256.Signing.PublicKey(x963Representation: raw)
        else { return false }
        return key.isValidSignature(read, for: Array(text.utf8))
    }
}
