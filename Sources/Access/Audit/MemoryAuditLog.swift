public import CaseRegister
import ReferralDomain

/// A log that is forgotten when the program ends: for tests and for trying things out.
public actor MemoryAuditLog: AuditLog {
    private let chain: AuditChain
    private var leaves: [AuditLeaf] = []
    private var fault: JournalFault?

    public init(digest: @escaping Digest) { chain = AuditChain(digest: digest) }

    /// Fails every commit from now on; nil lets them through again.
    public func fail(with fault: JournalFault?) { self.fault = fault }

    public func commit(
        _ entry: AuditEntry, within limits: [AuditLimit]
    ) throws(AuditRefusal) -> AuditLeaf {
        if let fault { throw .fault(fault) }
        for limit in limits where count(like: entry, within: limit.milliseconds) >= limit.most {
            throw .overLimit(limit)
        }
        do throws(JournalFault) {
            let leaf = try chain.leaf(of: entry, after: leaves.last)
            leaves.append(leaf)
            return leaf
        } catch { throw .fault(error) }
    }

    public func list(_ filter: AuditFilter) -> [AuditLeaf] {
        let matching = leaves.reversed().lazy.filter { leaf in
            (filter.actor ?? leaf.entry.actor) == leaf.entry.actor
                && (filter.action ?? leaf.entry.action) == leaf.entry.action
                && (filter.object.map(leaf.entry.objects.contains) ?? true)
                && leaf.position < filter.before ?? .max
                && (filter.unit ?? leaf.entry.unit) == leaf.entry.unit
                && (filter.from ?? leaf.entry.instant) <= leaf.entry.instant
                && (filter.until.map { leaf.entry.instant < $0 } ?? true)
        }
        return Array(matching.prefix(max(0, filter.most)))
    }

    public func firstBreak() -> Int64? { chain.firstBreak(in: leaves) }

    private func count(like entry: AuditEntry, within milliseconds: Int64) -> Int {
        let start = entry.instant.adding(milliseconds: -milliseconds)
        return leaves.count {
            $0.entry.actor == entry.actor && $0.entry.action == entry.action && start < $0.entry.instant
        }
    }
}
