import Crypto

/// A text sealed with AES-256-GCM: `version | algorithm | key id (8) | nonce (12) | ciphertext | tag (16)`.
///
/// The head and the context are authenticated with the text. The version byte leaves room for another
/// algorithm; a stored form is opened for ever.
public enum Envelope {
    static let version: UInt8 = 1
    static let algorithm: UInt8 = 1
    static let nonceLength = 12
    private static let tagLength = 16
    private static let headLength = 2 + SealingKey.idLength

    /// Seals a text in its place. The same text sealed twice gives two different envelopes.
    ///
    /// - Throws: `.unusable` where the source gives too few bytes or the text is over 1 MiB.
    public static func seal(
        _ plain: [UInt8], with key: SealingKey, in context: SealingContext, random: RandomBytes
    ) throws(SealingFault) -> [UInt8] {
        try seal(plain, with: key, authenticating: context.bytes, nonce: random(nonceLength))
    }

    /// Opens an envelope in the place where it was sealed.
    ///
    /// - Throws: `.unreadable`, whatever the cause.
    public static func open(
        _ bytes: [UInt8], with key: SealingKey, in context: SealingContext
    ) throws(SealingFault) -> [UInt8] {
        try open(bytes, with: key, authenticating: context.bytes)
    }

    /// Locks one key with another.
    ///
    /// - Throws: as `seal`.
    public static func seal(
        key inner: SealingKey, with key: SealingKey, in context: SealingContext, random: RandomBytes
    ) throws(SealingFault) -> [UInt8] {
        try seal(inner.rawBytes, with: key, in: context, random: random)
    }

    /// Opens a key that was locked with another.
    ///
    /// - Throws: `.unreadable`, whatever the cause.
    public static func openKey(
        _ bytes: [UInt8], with key: SealingKey, in context: SealingContext
    ) throws(SealingFault) -> SealingKey {
        let raw = try open(bytes, with: key, in: context)
        guard let inner = try? SealingKey(random: raw) else { throw .unreadable }
        return inner
    }

    static func seal(
        _ plain: [UInt8], with key: SealingKey, authenticating context: [UInt8], nonce: [UInt8]
    ) throws(SealingFault) -> [UInt8] {
        let head = [version, algorithm] + key.id
        let filled = try Padding.filled(plain)
        guard nonce.count == nonceLength, let nonce = try? AES.GCM.Nonce(data: nonce),
            let box = try? AES.GCM.seal(
                filled, using: key.symmetric, nonce: nonce, authenticating: head + context),
            let combined = box.combined
        else { throw .unusable }
        return head + Array(combined)
    }

    static func open(
        _ bytes: [UInt8], with key: SealingKey, authenticating context: [UInt8]
    ) throws(SealingFault) -> [UInt8] {
        let head = [version, algorithm] + key.id
        guard bytes.count >= headLength + nonceLength + tagLength, Array(bytes.prefix(headLength)) == head,
            let box = try? AES.GCM.SealedBox(combined: bytes.dropFirst(headLength)),
            let filled = try? AES.GCM.open(box, using: key.symmetric, authenticating: head + context)
        else { throw .unreadable }
        return try Padding.emptied(Array(filled))
    }
}
