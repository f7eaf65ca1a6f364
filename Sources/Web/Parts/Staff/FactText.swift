import Catalog

/// What a fact is called on a desk: one or two words, where the street asks a whole question.
enum FactText: String, TextKey {
    case danger = "fact.danger"
    case injury = "fact.injury"
    case present = "fact.victim-present"
    case age = "fact.age"
    case gender = "fact.gender"
    case flagrante = "fact.in-flagrante"
    case sexual = "fact.sexual-exploitation"
    case labour = "fact.labour-exploitation"
    case domestic = "fact.domestic-servitude"
    case begging = "fact.begging"
    case crime = "fact.forced-crime"
    case childSale = "fact.child-sale"
    case organ = "fact.organ-removal"
    case other = "fact.other-exploitation"
    case nationality = "fact.nationality"
    case language = "fact.language"
    case document = "fact.identity-document"
    case missing = "fact.missing-report"
    case official = "fact.official-implicated"
    case violence = "fact.family-violence"
    case care = "fact.parental-care"
    case shelter = "fact.shelter-needed"
    case insurance = "fact.health-insurance"
    case denied = "fact.coverage-denied"
    case dangerHome = "fact.danger-at-home"
    case abroad = "fact.abroad"
    case wantsReturn = "fact.wants-return"
    case online = "fact.online-child-material"
    case forensic = "fact.forensic-requested"
    case police = "fact.police-answered"
    case prosecutor = "fact.prosecutor-answered"
    case dependants = "fact.dependants"
}

extension CatalogNames {
    /// The short name of a fact; one that has none is called by its question.
    func fact(_ id: String) -> String {
        FactText(rawValue: "fact." + id).map { texts[$0] } ?? question(id)
    }
}
