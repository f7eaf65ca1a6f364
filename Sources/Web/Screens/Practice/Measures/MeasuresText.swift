import Catalog

/// The words of the measures of the signs.
enum MeasuresText: String, TextKey {
    case title = "measures.title"
    case lead = "measures.lead"
    case caption = "measures.caption"
    case drills = "measures.drills"
    case none = "measures.none"
    case sign = "measures.sign"
    case there = "measures.there"
    case seen = "measures.seen"
    case notThere = "measures.not-there"
    case imagined = "measures.imagined"
    case few = "measures.few"
    case share = "measures.share"
    case meaning = "measures.meaning"
    case practice = "measures.practice"
}
