import Crypto
import CryptoExtras
import Foundation

/// A secret locked with a passphrase: opening it is the only check of the passphrase; no hash is stored.
///
/// Stored as `version | algorithm | log2 rounds | block size | parallelism | salt (16) | nonce (12) |
/// ciphertext | tag (16)`. All before the nonce is authenticated, and the context with it. One try costs
/// 128 MiB and a good part of a second at the ordinary cost: run it off the threads that answer pages.
public enum PassphraseLock {
    static let version: UInt8 = 1
    static let algorithm: UInt8 = 1
    /// How many bytes of salt a lock needs.
    public static let saltLength = 16
    private static let headLength = 5 + saltLength
    private static let nonceLength = 12

    /// Locks a secret, such as the private part of a key pair.
    ///
    /// - Parameter salt: 16 random bytes, drawn anew for every lock.
    /// - Throws: `.unusable` where the salt has another length.
    public static func lock(
        _ secret: [UInt8], with passphrase: String, cost: PassphraseCost, salt: [UInt8],
        in context: SealingContext
    ) throws(SealingFault) -> [UInt8] {
        guard salt.count == saltLength else { throw .unusable }
        let head =
            [version, algorithm, UInt8(cost.log2Rounds), UInt8(cost.blockSize), UInt8(cost.parallelism)]
            + salt
        do {
            let keys = try keys(of: passphrase, cost, salt)
            // Drawn from the content, so that a salt that was used twice still gives away no key stream.
            let code = HMAC<SHA256>.authenticationCode(for: head + context.bytes + secret, using: keys.nonce)
            let nonce = try AES.GCM.Nonce(data: Array(code).prefix(nonceLength))
            let box = try AES.GCM.seal(
                secret, using: keys.text, nonce: nonce, authenticating: head + context.bytes)
            return head + Array(nonce) + Array(box.ciphertext) + Array(box.tag)
        } catch {
            throw .unusable
        }
    }

    /// Opens a secret: that it opens is the proof of the passphrase.
    ///
    /// - Throws: `.unreadable` for a wrong passphrase, an altered lock and a cost that no release used.
    public static func unlock(
        _ locked: [UInt8], with passphrase: String, in context: SealingContext
    ) throws(SealingFault) -> [UInt8] {
        let cost = try cost(of: locked)
        let head = Array(locked.prefix(headLength))
        do {
            let keys = try keys(of: passphrase, cost, Array(head.suffix(saltLength)))
            let box = try AES.GCM.SealedBox(combined: locked.dropFirst(headLength))
            return Array(try AES.GCM.open(box, using: keys.text, authenticating: head + context.bytes))
        } catch {
            throw .unreadable
        }
    }

    /// What a lock cost when it was made.
    ///
    /// - Throws: `.unreadable` where this is no lock, or one whose cost no release used.
    public static func cost(of locked: [UInt8]) throws(SealingFault) -> PassphraseCost {
        guard locked.count > headLength, locked[0] == version, locked[1] == algorithm,
            let cost = try? PassphraseCost(
                log2Rounds: Int(locked[2]), blockSize: Int(locked[3]), parallelism: Int(locked[4]))
        else { throw .unreadable }
        return cost
    }

    private static func keys(
        of passphrase: String, _ cost: PassphraseCost, _ salt: [UInt8]
    ) throws -> (text: SymmetricKey, nonce: SymmetricKey) {
        // One passphrase typed on two keyboards may be two strings of bytes; its composed form is one.
        let typed = Array(passphrase.precomposedStringWithCanonicalMapping.utf8)
        let derived = try KDF.Scrypt.deriveKey(
            from: typed, salt: salt, outputByteCount: 2 * SealingKey.length, rounds: 1 << cost.log2Rounds,
            blockSize: cost.blockSize, parallelism: cost.parallelism)
        return derived.withUnsafeBytes { bytes in
            (
                SymmetricKey(data: bytes.prefix(SealingKey.length)),
                SymmetricKey(data: bytes.suffix(SealingKey.length))
            )
        }
    }
}
