import Access
import CaseRegister

/// A log that says it wrote and did not: the planted fault of the harness.
struct ForgetfulLog: AuditLog {
    func commit(_ entry: AuditEntry, within limits: [AuditLimit]) async throws(AuditRefusal) -> AuditLeaf {
        AuditLeaf(position: 1, entry: entry, previousHash: AuditChain.beginning, hash: AuditChain.beginning)
    }

    func list(_ filter: AuditFilter) async throws(JournalFault) -> [AuditLeaf] { [] }

    func firstBreak() async throws(JournalFault) -> Int64? { nil }
}
