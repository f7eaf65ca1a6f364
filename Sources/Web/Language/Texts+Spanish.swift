import Catalog
import HTML

extension Texts {
    /// Marks words that stay in Spanish on a page in another language, for whoever reads them aloud.
    var inSpanish: Attribute? {
        language == Language.spanish.rawValue ? nil : Attribute("lang", Language.spanish.rawValue)
    }
}
