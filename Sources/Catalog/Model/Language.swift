/// A language in which the house speaks: Spanish, in which the catalogue is written, and those it is translated into.
public enum Language: String, CaseIterable, Sendable {
    case spanish = "es-PE"
    case english = "en"

    /// The name of its folder below `texts` and `translations`.
    var folder: String {
        switch self {
        case .spanish: "es"
        case .english: "en"
        }
    }
}
