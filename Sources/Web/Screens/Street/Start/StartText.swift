import Catalog

/// The words of the first street page.
enum StartText: String, TextKey {
    case title = "street.start.title"
    case heading = "street.start.heading"
    case dangerRole = "street.start.danger-role"
    case injuryRole = "street.start.injury-role"
    case district = "street.start.district"
    case districtHint = "street.start.district-hint"
    case next = "street.start.next"
    case moreLinks = "street.start.more-links"
    case manual = "street.start.manual"
    case directory = "street.start.directory"
    case receipt = "street.start.receipt"
}
