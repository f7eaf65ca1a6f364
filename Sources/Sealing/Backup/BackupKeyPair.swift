/// The key pair of a custodian of backups (X25519). Printing one prints its type.
///
/// The private part never comes near the server: it is made elsewhere, and needed only to restore.
public struct BackupKeyPair: Sendable, Unprintable {
    let pair: UnitKeyPair

    /// How many random bytes make a pair.
    public static let length = UnitKeyPair.length

    private static let mark = "ruta-backup-key-1"

    /// A new pair from random bytes.
    ///
    /// - Throws: `.unusable` where there are not exactly 32 bytes.
    public init(random bytes: [UInt8]) throws(SealingFault) { pair = try UnitKeyPair(random: bytes) }

    /// Reads the file of a private key: `ruta-backup-key-1 <key>`; lines that begin with `#` are skipped.
    ///
    /// - Throws: `.unreadable` where it is none.
    public init(file text: String) throws(SealingFault) {
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
        let words = lines.first?.split(whereSeparator: \.isWhitespace) ?? []
        guard lines.count == 1, words.count == 2, words[0] == Self.mark,
            let raw = Base64URL.bytes(of: String(words[1])), let pair = try? UnitKeyPair(privateRaw: raw)
        else { throw .unreadable }
        self.pair = pair
    }

    /// What anybody may know.
    public var recipient: BackupRecipient { BackupRecipient(pair.publicKey) }

    /// What the file of the private key holds.
    package var fileText: String { "\(Self.mark) \(Base64URL.text(of: pair.privateRaw))\n" }
}
