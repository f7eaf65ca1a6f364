/// The secret of a link that is used once. The server stores `lookup`, never the secret.
public struct OneTimeLink: Sendable, Unprintable {
    private let secret: LinkSecret

    /// A new link from random bytes.
    ///
    /// - Throws: `.unusable` where there are not exactly 32 bytes.
    public init(random bytes: [UInt8]) throws(SealingFault) { secret = try LinkSecret(random: bytes) }

    /// Reads the secret of a link: 43 characters.
    ///
    /// - Throws: `.unreadable` where it is none.
    public init(reading text: String) throws(SealingFault) { secret = try LinkSecret(reading: text) }

    /// What stands in the link.
    public var text: String { secret.text }

    /// Under what the server finds the link: 64 hexadecimal digits.
    public var lookup: String { secret.lookup("ruta-link-lookup-1") }

    /// The key that only the link holds, for what must wait for its reader, such as the keys of a new account.
    public var key: SealingKey { SealingKey(derivedFrom: secret.bytes, for: "ruta-link-key-1") }
}
