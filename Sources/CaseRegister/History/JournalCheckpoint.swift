public import ReferralDomain

/// A signed end of the journal at a moment, as a line of text outside the database.
///
/// Whoever can rewrite the database can also make its whole chain anew; the key that signs this is elsewhere. A
/// file holds many of them, one after the other, each ended by an empty line.
public struct JournalCheckpoint: Hashable, Sendable {
    public let anchor: JournalAnchor
    public let at: Instant

    public init(_ anchor: JournalAnchor, at instant: Instant) {
        self.anchor = anchor
        at = instant
    }

    /// The bytes that are signed.
    public var statement: [UInt8] {
        Array("\(Self.mark)\n\(anchor.position)\n\(anchor.hash)\n\(at.millisecondsSinceEpoch)\n".utf8)
    }

    /// The text for a file of checkpoints.
    ///
    /// - Parameter sign: gives the 64 bytes of an Ed25519 signature.
    /// - Throws: what `sign` throws.
    public func text<Failure: Error>(sign: ([UInt8]) throws(Failure) -> [UInt8]) throws(Failure) -> String {
        let signature = Hexadecimal.text(of: try sign(statement))
        return String(decoding: statement, as: UTF8.self) + "ed25519 \(signature)\n\n"
    }

    /// Reads all checkpoints of a file; nil where something else stands in it.
    ///
    /// - Parameter isSigned: whether a signature belongs to these bytes; nil does not look at signatures.
    public static func all(
        in text: String, isSigned: ((_ statement: [UInt8], _ signature: [UInt8]) -> Bool)?
    ) throws(Misread) -> [JournalCheckpoint] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var found: [JournalCheckpoint] = []
        var place = 0
        while place < lines.count, !(place == lines.count - 1 && lines[place].isEmpty) {
            guard place + linesOfOne <= lines.count else { throw .form(line: place + 1) }
            found.append(try one(lines[place..<place + linesOfOne], isSigned: isSigned))
            place += linesOfOne
        }
        return found
    }

    private static func one(
        _ lines: ArraySlice<Substring>, isSigned: ((_ statement: [UInt8], _ signature: [UInt8]) -> Bool)?
    ) throws(Misread) -> JournalCheckpoint {
        let (start, parts) = (lines.startIndex, Array(lines))
        guard parts[0] == mark, let anchor = JournalAnchor(text: "\(parts[1]):\(parts[2])"),
            let milliseconds = Int64(parts[3]), parts[4].hasPrefix(scheme), parts[5].isEmpty,
            let signature = SealedBytes(text: String(parts[4].dropFirst(scheme.count)))
        else { throw .form(line: start + 1) }
        let checkpoint = JournalCheckpoint(anchor, at: Instant(millisecondsSinceEpoch: milliseconds))
        guard isSigned?(checkpoint.statement, signature.bytes) != false else {
            throw .signature(line: start + 1)
        }
        return checkpoint
    }

    /// Why a file of checkpoints was not read, and the line where the bad one begins.
    public enum Misread: Error, Equatable {
        case form(line: Int)
        case signature(line: Int)
    }

    private static let mark = "ruta-checkpoint 1"
    private static let scheme = "ed25519 "
    /// With the empty line at its end.
    private static let linesOfOne = 6
}
