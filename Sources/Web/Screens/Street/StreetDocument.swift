import Catalog

/// The page of the street journey that a visit asks for, on the street and in a drill alike.
struct StreetDocument {
    let visit: StreetVisit
    let saving: Saving
    let catalog: ProtocolCatalog
    let route: Route
    /// Whether phones are offered the app.
    var hasApp = false
    /// Whether there are drills to go to.
    var isPractice = false

    var document: Document {
        let texts = catalog.content.texts
        return switch visit.page {
        case .start:
            StartView(
                model: StartModel(visit, catalog, route), texts: texts, hasApp: hasApp, isPractice: isPractice
            ).document
        case .calls: CallsView(model: CallsModel(visit, saving, catalog, route), texts: texts).document
        case .seen: SeenView(model: SeenModel(visit, catalog, route), texts: texts).document
        case .sent: SentView(model: SentModel(visit, saving, catalog, route), texts: texts).document
        }
    }
}
