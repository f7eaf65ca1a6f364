import Catalog

/// The words of the interface for programs: what each operation does, and why one got no answer.
enum APIText: String, TextKey {
    case title = "api.title"
    case about = "api.about"
    case summaryOpenAPI = "api.summary-openapi"
    case summaryRoot = "api.summary-root"
    case summaryList = "api.summary-list"
    case summaryOne = "api.summary-one"
    case summaryCapability = "api.summary-capability"
    case summaryReferrals = "api.summary-referrals"
    case summaryReferral = "api.summary-referral"
    case summaryHTCDS = "api.summary-htcds"
    case summaryCalendar = "api.summary-calendar"
    case answered = "api.answered"
    case badRequest = "api.bad-request"
    case unauthorized = "api.unauthorized"
    case notFound = "api.not-found"
    case notAllowed = "api.not-allowed"
    case tooLarge = "api.too-large"
    case mediaType = "api.media-type"
    case tooMany = "api.too-many"
    case broken = "api.broken"
}
