import Crypto
import Foundation

/// How a backup lies in its file: a head with one key for all recipients, then pieces of one size.
///
/// `ruta-backup-1 LF | count (1) | count × (id (8) | wrapped key (82)) | pieces`. A piece is up to 64 KiB under
/// ChaCha20-Poly1305. Its nonce is its number and whether it is the last one, so that none can be moved, left out,
/// doubled or cut off; the key of the pieces is derived with the hash of the head, so that no byte of that can change.
enum BackupEnvelope {
    static let mark = Array("ruta-backup-1\n".utf8)
    /// How many bytes of content a piece has; only the last may have fewer.
    static let pieceLength = 65_536
    static let tagLength = 16
    static let mostRecipients = 255
    static let idLength = SealingKey.idLength
    /// Version, kind, encapsulated key, key and tag, as `UnitSealing` writes them.
    static let wrappedLength = 2 + 32 + SealingKey.length + tagLength

    static let context = SealingContext("backup", "file-key")

    /// The key of the pieces behind a head.
    static func pieceKey(_ key: SealingKey, head: [UInt8]) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key.symmetric, salt: Array(SHA256.hash(data: head)),
            info: Array("ruta-backup-pieces-1".utf8), outputByteCount: SealingKey.length)
    }

    /// Eleven bytes of number, one that says whether it is the last.
    static func nonce(_ number: UInt64, isLast: Bool) throws -> ChaChaPoly.Nonce {
        let digits = (0..<8).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
        return try ChaChaPoly.Nonce(data: [0, 0, 0] + digits + [isLast ? 1 : 0])
    }
}
