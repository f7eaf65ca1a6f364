import Catalog

/// The words of the exact search for a person.
enum SearchText: String, TextKey {
    case title = "search.title"
    case lead = "search.lead"
    case field = "search.field"
    case text = "search.text"
    case textHint = "search.text-hint"
    case textWrong = "search.text-wrong"
    case fieldWrong = "search.field-wrong"
    case button = "search.button"
    case found = "search.found"
    case nothing = "search.nothing"
    case nothingHint = "search.nothing-hint"
    case refused = "search.refused"
    case limit = "search.limit"
    case fault = "search.fault"
    case noKey = "search.no-key"
}
