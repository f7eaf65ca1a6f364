import Crypto

/// Whom a backup is sealed to: the public key of a custodian, which anybody may know.
public struct BackupRecipient: Hashable, Sendable {
    let key: UnitPublicKey

    private static let mark = "ruta-backup-recipient-1"

    init(_ key: UnitPublicKey) { self.key = key }

    /// Reads one line, `ruta-backup-recipient-1 <key>`.
    ///
    /// - Throws: `.unreadable` where it is none, or a key to which anybody could open what is sealed.
    public init(reading line: String) throws(SealingFault) {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard words.count == 2, words[0] == Self.mark, let raw = Base64URL.bytes(of: String(words[1])),
            let key = try? UnitPublicKey(raw: raw)
        else { throw .unreadable }
        self.key = key
    }

    /// The recipients of a file: one a line; empty lines and lines that begin with `#` are skipped.
    ///
    /// - Throws: `.unreadable` where a line is no recipient.
    public static func all(inFile text: String) throws(SealingFault) -> [BackupRecipient] {
        var found: [BackupRecipient] = []
        for line in text.split(whereSeparator: \.isNewline)
        where !line.hasPrefix("#") && !line.allSatisfy(\.isWhitespace) {
            let recipient = try BackupRecipient(reading: String(line))
            if !found.contains(recipient) { found.append(recipient) }
        }
        return found
    }

    /// The line that is handed to whoever makes backups.
    public var text: String { "\(Self.mark) \(Base64URL.text(of: key.raw))" }

    /// Eight bytes that name the key within a backup.
    var id: [UInt8] {
        Array(SHA256.hash(data: Array(Self.mark.utf8) + key.raw).prefix(SealingKey.idLength))
    }
}
