import Catalog

/// The words of the emergency access.
enum EmergencyText: String, TextKey {
    case title = "emergency.title"
    case lead = "emergency.lead"
    case second = "emergency.second"
    case seen = "emergency.seen"
    case submit = "emergency.submit"
    case reasonMissing = "emergency.reason-missing"
    case reasonMissingDo = "emergency.reason-missing-do"
    case notSigned = "emergency.not-signed"
    case notSignedDo = "emergency.not-signed-do"
    case tooOften = "emergency.too-often"
    case tooOftenDo = "emergency.too-often-do"
    case refused = "emergency.refused"
    case refusedDo = "emergency.refused-do"
    case broken = "emergency.broken"
    case brokenDo = "emergency.broken-do"
    /// On the page of the case while the access lasts.
    case until = "emergency.until"
}
