/// Whom an address of a unit reaches.
public enum NoticeAudience: String, CaseIterable, Sendable {
    /// The desk at which referrals are answered.
    case office
    case supervisor
    /// The head of the institution.
    case superior
}
