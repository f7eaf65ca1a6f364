import Catalog

/// The words of the page with the own reports.
enum ReportsText: String, TextKey {
    case title = "reports.title"
    case lead = "reports.lead"
    case empty = "reports.empty"
    case caption = "reports.caption"
    case code = "reports.code"
    case word = "reports.word"
    case hour = "reports.hour"
    case legend = "reports.legend"
    case why = "reports.why"
}
