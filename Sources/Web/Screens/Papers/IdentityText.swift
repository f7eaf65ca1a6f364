import Catalog

/// The words of the sheet with the identity, which only whoever holds the duty makes.
enum IdentityText: String, TextKey {
    case title = "identity.title"
    case lead = "identity.lead"
    case person = "identity.person"
    case leaves = "identity.leaves"
    case rule = "identity.rule"
    case make = "identity.make"
    case copy = "identity.copy"
}
