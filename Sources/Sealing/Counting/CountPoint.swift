import Crypto

/// A blinded person: the place of a point of P-256 on one axis, 32 bytes, which look like any others.
public struct CountPoint: Hashable, Comparable, Sendable {
    /// 32 bytes.
    public let bytes: [UInt8]

    /// - Returns: nil where the bytes are no place of a point: a hostile peer must not choose what is blinded.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == 32, (try? Self.publicKey(bytes)) != nil else { return nil }
        self.bytes = bytes
    }

    func publicKey() throws -> P256.KeyAgreement.PublicKey { try Self.publicKey(bytes) }

    public static func < (left: CountPoint, right: CountPoint) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }

    /// Of the two points at a place one is taken: both have the same place after blinding.
    private static func publicKey(_ bytes: [UInt8]) throws -> P256.KeyAgreement.PublicKey {
        try P256.KeyAgreement.PublicKey(compressedRepresentation: [2] + bytes)
    }
}
