public import CaseRegister

/// The log of who opened, searched and changed what. What it has committed is never lost.
public protocol AuditLog: Sendable {
    /// Writes an entry and returns its leaf once it is on the disk.
    ///
    /// Counting and writing are one step, so that two requests at once do not both pass as the last.
    ///
    /// - Throws: `.overLimit` where the actor has done the same action as often as one of the limits allows.
    func commit(_ entry: AuditEntry, within limits: [AuditLimit]) async throws(AuditRefusal) -> AuditLeaf

    /// The leaves that match, the newest first.
    func list(_ filter: AuditFilter) async throws(JournalFault) -> [AuditLeaf]

    /// The first position that is altered or missing; nil while the chain is whole.
    func firstBreak() async throws(JournalFault) -> Int64?
}

extension AuditLog {
    /// Writes an entry that nothing limits.
    @discardableResult
    public func commit(_ entry: AuditEntry) async throws(JournalFault) -> AuditLeaf {
        do throws(AuditRefusal) {
            return try await commit(entry, within: [])
        } catch {
            switch error {
            case .fault(let fault): throw fault
            case .overLimit: throw .other(code: "limit-without-limits")
            }
        }
    }
}
