public import CaseRegister

/// Knows who holds a session.
public protocol Door: Sendable {
    /// The holder of a token; nil where it is unknown, ended or expired. Counts as use of the session.
    func visitor(holding token: String) async throws(JournalFault) -> Visitor?
}
