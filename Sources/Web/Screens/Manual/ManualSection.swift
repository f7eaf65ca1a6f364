/// The sections of the manual; the value is the place on the page.
enum ManualSection: String, CaseIterable, Sendable {
    case route = "ruta"
    case signs = "senales"
    case conduct = "conducta"
    case rights = "derechos"
    case duties = "deberes"
    case deadlines = "plazos"
    case institutions = "instituciones"
    case warnings = "advertencias"
    case glossary = "glosario"
    case sources = "fuentes"

    var key: ManualText {
        switch self {
        case .route: .route
        case .signs: .signs
        case .conduct: .conduct
        case .rights: .rights
        case .duties: .duties
        case .deadlines: .deadlines
        case .institutions: .institutions
        case .warnings: .warnings
        case .glossary: .glossary
        case .sources: .sources
        }
    }
}
