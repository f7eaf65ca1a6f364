import Crypto
import Foundation

/// Opens a backup piece by piece; a piece that was altered, moved or cut off is given to nobody.
public struct BackupOpening: Sendable, Unprintable {
    private let key: SymmetricKey
    private var number: UInt64 = 0

    /// How many bytes a sealed piece has; only the last may have fewer.
    public static let sealedLength = BackupEnvelope.pieceLength + BackupEnvelope.tagLength

    /// How many bytes must be read to know how long the head is.
    public static let startLength = BackupEnvelope.mark.count + 1

    /// How long the head is that begins with these bytes.
    ///
    /// - Throws: `.notABackup` where no backup begins so.
    public static func headLength(of start: [UInt8]) throws(BackupFault) -> Int {
        guard start.count == startLength, start.starts(with: BackupEnvelope.mark),
            let count = start.last, count > 0
        else { throw .notABackup }
        return startLength + Int(count) * entryLength
    }

    /// Opens the head with the key of one recipient.
    ///
    /// - Throws: `.foreignKey` where it was sealed to others, `.damaged` where the head is not whole.
    public init(head: [UInt8], with pair: BackupKeyPair) throws(BackupFault) {
        guard head.count == (try Self.headLength(of: Array(head.prefix(Self.startLength)))) else {
            throw .damaged
        }
        let id = pair.recipient.id
        let starts = stride(from: Self.startLength, to: head.count, by: Self.entryLength)
        guard let start = starts.first(where: { Array(head[$0..<($0 + id.count)]) == id }) else {
            throw .foreignKey
        }
        let wrapped = Array(head[(start + id.count)..<(start + Self.entryLength)])
        guard let fileKey = try? pair.pair.unwrap(wrapped, in: BackupEnvelope.context) else {
            throw .damaged
        }
        key = BackupEnvelope.pieceKey(fileKey, head: head)
    }

    /// The content of the next piece.
    ///
    /// - Throws: `.damaged` where it is not what was written at this place.
    public mutating func open(_ sealed: [UInt8], isLast: Bool) throws(BackupFault) -> [UInt8] {
        guard sealed.count >= BackupEnvelope.tagLength, sealed.count == Self.sealedLength || isLast else {
            throw .damaged
        }
        do {
            let border = sealed.count - BackupEnvelope.tagLength
            let box = try ChaChaPoly.SealedBox(
                nonce: try BackupEnvelope.nonce(number, isLast: isLast), ciphertext: sealed[..<border],
                tag: sealed[border...])
            let piece = Array(try ChaChaPoly.open(box, using: key))
            number += 1
            return piece
        } catch {
            throw .damaged
        }
    }

    private static let entryLength = BackupEnvelope.idLength + BackupEnvelope.wrappedLength
}
