public import CaseRegister
import ReferralDomain
import Sealing

/// What makes the log one chain, as the journal is one: a leaf that is altered, taken out or put in breaks it.
///
/// What is hashed are netstrings of the fields in their order, the objects joined by a space. A log that was
/// cut off at its end stays whole, so its last hash must also be kept elsewhere.
public struct AuditChain: Sendable {
    /// The hash before the first leaf.
    public static let beginning = String(repeating: "0", count: 64)

    private let digest: Digest

    public init(digest: @escaping Digest) { self.digest = digest }

    /// The leaf of an entry after another one; nil for the first.
    ///
    /// - Throws: `.other` where a part of the entry is more than a word: it is not written.
    public func leaf(of entry: AuditEntry, after last: AuditLeaf?) throws(JournalFault) -> AuditLeaf {
        guard entry.isWorded else { throw .other(code: "audit-not-a-word") }
        let position = (last?.position ?? 0) + 1
        let previous = last?.hash ?? Self.beginning
        return AuditLeaf(
            position: position, entry: entry, previousHash: previous,
            hash: hash(of: entry, at: position, after: previous))
    }

    /// The first position that is altered or missing among all leaves; nil while the chain is whole.
    public func firstBreak(in leaves: some Sequence<AuditLeaf>) -> Int64? {
        var previous = Self.beginning
        var expected: Int64 = 1
        for leaf in leaves {
            guard leaf.position == expected, leaf.previousHash == previous,
                leaf.hash == hash(of: leaf.entry, at: expected, after: previous)
            else { return expected }
            previous = leaf.hash
            expected += 1
        }
        return nil
    }

    private func hash(of entry: AuditEntry, at position: Int64, after previous: String) -> String {
        let fields = [
            "ruta-audit-1", previous, String(position), String(entry.instant.millisecondsSinceEpoch),
            entry.actor.text, entry.unit.text, entry.action, entry.objects.joined(separator: " "),
            entry.reason ?? "",
        ]
        return HexText.text(of: digest(Netstrings.bytes(of: fields)))
    }
}
