import Catalog

/// The words of the public check of receipts.
enum VerificationText: String, TextKey {
    case title = "verification.title"
    case lead = "verification.lead"
    case label = "verification.label"
    case hint = "verification.hint"
    case check = "verification.check"
    case valid = "verification.valid"
    case kind = "verification.kind"
    case when = "verification.when"
    case institution = "verification.institution"
    case shortCode = "verification.short-code"
    case stands = "verification.stands"
    case differs = "verification.differs"
    case notValidTitle = "verification.not-valid-title"
    case notValid = "verification.not-valid"
    case limitedTitle = "verification.limited-title"
    case limited = "verification.limited"
    case unreachableTitle = "verification.unreachable-title"
    case unreachable = "verification.unreachable"
    case offlineTitle = "verification.offline-title"
    case offline = "verification.offline"
}
