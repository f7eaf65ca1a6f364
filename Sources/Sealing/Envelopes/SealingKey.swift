import Crypto

/// A symmetric key of 256 bits. Printing one prints its type.
public struct SealingKey: Sendable, Unprintable {
    /// How many bytes a key has.
    public static let length = 32

    let symmetric: SymmetricKey

    /// A key from random bytes.
    ///
    /// - Throws: `.unusable` where there are not exactly 32 bytes.
    public init(random bytes: [UInt8]) throws(SealingFault) {
        guard bytes.count == Self.length else { throw .unusable }
        symmetric = SymmetricKey(data: bytes)
    }

    /// A key for one use, derived from a secret that has at least 128 bits of entropy.
    init(derivedFrom secret: [UInt8], for use: String) {
        symmetric = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: secret), info: Array(use.utf8),
            outputByteCount: Self.length)
    }

    /// The bytes, for what locks one key with another.
    package var rawBytes: [UInt8] { symmetric.withUnsafeBytes(Array.init) }

    /// Eight bytes that name the key and tell nothing about it.
    var id: [UInt8] {
        var hash = SHA256()
        hash.update(data: Array("ruta-key-id".utf8))
        symmetric.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return Array(hash.finalize().prefix(Self.idLength))
    }

    static let idLength = 8
}
