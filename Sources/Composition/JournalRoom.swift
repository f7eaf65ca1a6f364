public import CaseRegister
import Crypto
import Foundation
import JSON
import ReferralDomain
import Sealing
import Storage

/// What a command does with a journal from outside: check it, copy it out, say where it ends. It never writes.
public struct JournalRoom: Sendable {
    /// What vouches for the end of the journal.
    public struct Witness: Sendable {
        /// Ends that were kept elsewhere.
        public var anchors: [JournalAnchor] = []
        /// Whether every payload must be an event that this release reads.
        public var readsPayloads = false

        public init() {}
    }

    /// How a check ended.
    public struct Outcome: Sendable {
        /// How many entries were found whole.
        public let count: Int64
        public let head: JournalAnchor
        public let finding: JournalCheck.Finding?
    }

    /// Why a journal could not be looked at.
    public enum Failure: Error, Equatable {
        case fault(JournalFault)
        case unreadable
        /// A line of an export that is none, by its number.
        case line(Int)
        case checkpoint(JournalCheckpoint.Misread)
        case key
    }

    /// Checks the journal of a database.
    public static func verify(_ place: RegisterPlace, _ witness: Witness) throws(Failure) -> Outcome {
        var check = JournalCheck(
            digest: Fingerprint.sha256, anchors: witness.anchors, readsPayloads: witness.readsPayloads)
        do {
            let finding = try place.journal().check(&check)
            return Outcome(count: check.count, head: check.head, finding: finding)
        } catch {
            throw .fault(error)
        }
    }

    /// Checks an export.
    public static func verify(export path: String, _ witness: Witness) throws(Failure) -> Outcome {
        var check = JournalCheck(
            digest: Fingerprint.sha256, anchors: witness.anchors, readsPayloads: witness.readsPayloads)
        guard let lines = LineReader(path) else { throw .unreadable }
        var number = 0
        while let line = lines.next() {
            number += 1
            guard let json = try? JSON(parsing: line), let entry = RawEntry(json: json) else {
                throw .line(number)
            }
            if let finding = check.take(entry) {
                return Outcome(count: check.count, head: check.head, finding: finding)
            }
        }
        return Outcome(count: check.count, head: check.head, finding: check.finish())
    }

    /// Where the journal of a database ends; position 0 while it is empty.
    public static func head(of place: RegisterPlace) throws(Failure) -> JournalAnchor {
        do {
            let head = try place.journal().head()
            return head ?? JournalAnchor(position: 0, hash: JournalChain.beginning)
        } catch {
            throw .fault(error)
        }
    }

    /// Gives every entry as a line of JSON, many at a time.
    public static func export(_ place: RegisterPlace, to sink: ([UInt8]) -> Void) throws(Failure) {
        do {
            var bytes: [UInt8] = []
            try place.journal().forEachEntry { entry in
                entry.json.write(.canonical, into: &bytes)
                bytes.append(UInt8(ascii: "\n"))
                if bytes.count > 1 << 16 {
                    sink(bytes)
                    bytes.removeAll(keepingCapacity: true)
                }
                return true
            }
            sink(bytes)
        } catch {
            throw .fault(error)
        }
    }

    /// What the file of signed ends beside a database is called, after the database.
    public static let checkpointSuffix = ".checkpoints"

    /// The file of signed ends beside a database; nil where there is none.
    public static func checkpoints(besideData path: String) -> String? {
        let file = path + checkpointSuffix
        return FileManager.default.fileExists(atPath: file) ? file : nil
    }

    /// The ends in a file of checkpoints.
    ///
    /// - Parameter key: the 32 bytes of the Ed25519 key that signed them, as digits, or a file of public keys as
    ///   `ruta receipt key` writes them, old ones among them; nil does not look at signatures.
    public static func anchors(inCheckpoints path: String, key: String?) throws(Failure) -> [JournalAnchor] {
        guard let bytes = try? Data(contentsOf: URL(filePath: path)) else { throw .unreadable }
        var isSigned: (([UInt8], [UInt8]) -> Bool)?
        if let key {
            isSigned = try signature(by: key)
        }
        do {
            return try JournalCheckpoint.all(in: String(decoding: bytes, as: UTF8.self), isSigned: isSigned)
                .map(\.anchor)
        } catch {
            throw .checkpoint(error)
        }
    }

    private static func signature(by key: String) throws(Failure) -> ([UInt8], [UInt8]) -> Bool {
        if let raw = SealedBytes(text: key)?.bytes {
            guard let known = try? Curve25519.Signing.PublicKey(rawRepresentation: raw) else { throw .key }
            return { known.isValidSignature($1, for: $0) }
        }
        guard let bytes = FileManager.default.contents(atPath: key),
            let text = String(validating: bytes, as: UTF8.self),
            let verifier = try? ReceiptVerifier(file: text)
        else { throw .key }
        return { verifier.isSignature($1, of: $0) }
    }
}
