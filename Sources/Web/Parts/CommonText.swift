import Catalog

/// The words that every screen shares.
enum CommonText: String, TextKey {
    case name = "common.name"
    case skip = "common.skip"
    case sections = "common.sections"
    case report = "common.report"
    case directory = "common.directory"
    case manual = "common.manual"
    case receipt = "common.receipt"
    case night = "common.night"
    case day = "common.day"
    case edition = "common.edition"
    case emergency = "common.emergency"
    case yes = "common.yes"
    case no = "common.no"
    case unknown = "common.unknown"
    case reason = "common.reason"
    case verified = "common.verified"
    case unverified = "common.unverified"
    case `extension` = "common.extension"
    case districtUnknown = "common.district-unknown"
    case provinceLima = "common.province-lima"
    case provinceCallao = "common.province-callao"
    case nearest = "common.nearest"
    case nearestFailed = "common.nearest-failed"
}
