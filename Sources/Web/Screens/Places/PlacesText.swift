import Catalog

/// The words of the places where something was seen.
enum PlacesText: String, TextKey {
    case title = "places.title"
    case lead = "places.lead"
    case noteTitle = "places.note-title"
    case note = "places.note"
    case caption = "places.caption"
    case decay = "places.decay"
    case district = "places.district"
    case sightings = "places.sightings"
    case weight = "places.weight"
    case bar = "places.bar"
    case last = "places.last"
    case line = "places.line"
    case day = "places.day"
    case left = "places.left"
    case older = "places.older"
    case none = "places.none"
}
