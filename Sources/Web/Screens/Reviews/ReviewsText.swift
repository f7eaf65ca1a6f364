import Catalog

/// The words of the reviews of emergency accesses.
enum ReviewsText: String, TextKey {
    case title = "reviews.title"
    case lead = "reviews.lead"
    case none = "reviews.none"
    case overdue = "reviews.overdue"
    case overdueDo = "reviews.overdue-do"
    case caseCode = "reviews.case"
    case by = "reviews.by"
    case unit = "reviews.unit"
    case approvedBy = "reviews.approved-by"
    case reason = "reviews.reason"
    case opened = "reviews.opened"
    case minutes = "reviews.minutes"
    case minutesCount = "reviews.minutes-count"
    case verdict = "reviews.verdict"
    case submit = "reviews.submit"
}
