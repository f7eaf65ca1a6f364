import Catalog

/// The words of the certificate of a shift.
enum CertificateText: String, TextKey {
    case title = "certificate.title"
    case lead = "certificate.lead"
    case show = "certificate.show"
    case missing = "certificate.missing"
    case unreachable = "certificate.unreachable"
    case heading = "certificate.heading"
    case shift = "certificate.shift"
    case day = "certificate.day"
    case course = "certificate.course"
    case scenes = "certificate.scenes"
    case scene = "certificate.scene"
    case score = "certificate.score"
    case check = "certificate.check"
    case checkHint = "certificate.check-hint"
    case checkField = "certificate.check-field"
    case checkFieldHint = "certificate.check-field-hint"
    case isTrue = "certificate.is-true"
    case isFalse = "certificate.is-false"
    case print = "certificate.print"
}
