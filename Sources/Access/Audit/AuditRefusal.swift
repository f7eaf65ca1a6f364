public import CaseRegister

/// Why an entry was not written.
public enum AuditRefusal: Error, Hashable, Sendable {
    /// The account has done it too often; nothing was written.
    case overLimit(AuditLimit)
    case fault(JournalFault)
}
