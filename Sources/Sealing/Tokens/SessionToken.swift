/// The secret of one session, in the browser's cookie only.
///
/// The server finds the session by `lookup` and keeps the unit's key locked with `key`. Neither leads to the
/// other, so a stolen table of sessions opens nothing.
public struct SessionToken: Sendable, Unprintable {
    private let secret: LinkSecret

    /// A new token from random bytes.
    ///
    /// - Throws: `.unusable` where there are not exactly 32 bytes.
    public init(random bytes: [UInt8]) throws(SealingFault) { secret = try LinkSecret(random: bytes) }

    /// Reads the token of a cookie: 43 characters.
    ///
    /// - Throws: `.unreadable` where it is none.
    public init(reading text: String) throws(SealingFault) { secret = try LinkSecret(reading: text) }

    /// What stands in the cookie.
    public var text: String { secret.text }

    /// Under what the server finds the session: 64 hexadecimal digits.
    public var lookup: String { secret.lookup("ruta-session-lookup-1") }

    /// The key that locks the unit's key for the length of the session.
    public var key: SealingKey { SealingKey(derivedFrom: secret.bytes, for: "ruta-session-key-1") }
}
