import Catalog

/// The words of the page on which what was seen is marked.
enum SeenText: String, TextKey {
    case title = "street.seen.title"
    case heading = "street.seen.heading"
    case hint = "street.seen.hint"
    case people = "street.seen.people"
    case one = "street.seen.one"
    case two = "street.seen.two"
    case three = "street.seen.three"
    case exploitation = "street.seen.exploitation"
    case signs = "street.seen.signs"
    case several = "street.seen.several"
    case further = "street.seen.further"
    case furtherHint = "street.seen.further-hint"
    case district = "street.seen.district"
    case next = "street.seen.next"
}
