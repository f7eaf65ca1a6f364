/// A text that a person reads, with the standard it is held to.
struct PlainText {
    let text: String
    let place: Place
    let standard: Standard
    var language = Language.spanish

    /// The street is read at night, in a hurry; a desk has more time.
    enum Standard: Hashable {
        case street
        case desk
    }
}
