import Crypto

/// Seals a backup piece by piece, so that no more than a piece of it is in memory.
public struct BackupSealing: Sendable, Unprintable {
    /// What the file begins with.
    public let head: [UInt8]
    private let key: SymmetricKey
    private var number: UInt64 = 0

    /// How many bytes of content each piece must have; only the last may have fewer.
    public static let pieceLength = BackupEnvelope.pieceLength

    /// A new backup for recipients, each of whom opens it alone.
    ///
    /// - Throws: `.unusable` where there is no recipient, or more than 255.
    public init(to recipients: [BackupRecipient], random: RandomBytes) throws(SealingFault) {
        guard (1...BackupEnvelope.mostRecipients).contains(recipients.count) else { throw .unusable }
        let fileKey = try SealingKey(random: random(SealingKey.length))
        var head = BackupEnvelope.mark + [UInt8(recipients.count)]
        for recipient in recipients {
            head += recipient.id
            head += try UnitSealing.wrap(fileKey, to: recipient.key, in: BackupEnvelope.context)
        }
        self.head = head
        key = BackupEnvelope.pieceKey(fileKey, head: head)
    }

    /// The next piece as it is written.
    ///
    /// - Throws: `.unusable` where it is longer than a piece, or shorter and not the last.
    public mutating func seal(_ piece: [UInt8], isLast: Bool) throws(SealingFault) -> [UInt8] {
        guard piece.count == Self.pieceLength || isLast, piece.count <= Self.pieceLength else {
            throw .unusable
        }
        do {
            let nonce = try BackupEnvelope.nonce(number, isLast: isLast)
            let box = try ChaChaPoly.seal(piece, using: key, nonce: nonce)
            number += 1
            return Array(box.ciphertext) + Array(box.tag)
        } catch {
            throw .unusable
        }
    }
}
