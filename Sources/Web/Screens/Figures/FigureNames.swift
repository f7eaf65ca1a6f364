import Catalog
import Reports

/// What people call the dimensions and values of figures.
struct FigureNames: Sendable {
    let names: CatalogNames

    init(_ catalog: ProtocolCatalog) { names = CatalogNames(catalog) }

    /// What a cube counts, such as possible cases.
    func unit(_ cube: String) -> String { text("unit", cube) }

    /// How it is counted, and what it is not.
    func rule(_ cube: String) -> String { text("rule", cube) }

    /// Whose published tables it can be laid beside.
    func source(_ cube: String) -> String { text("source", cube) }

    func dimension(_ id: String) -> String { text("by", id) }

    func value(_ value: String, of dimension: String) -> String {
        switch dimension {
        case "district" where value != FigureScheme.unknown: names.district(value)
        case "institution": names.institution(value)
        case "month": month(value)
        case "claimed", "referred", "acknowledged", "protected": text("value", value)
        default: value == FigureScheme.unknown ? text("value", value) : text("value-\(dimension)", value)
        }
    }

    /// A period as people say it.
    func period(_ period: FigurePeriod) -> String {
        let words = Words<FiguresText>(names.texts)
        guard let quarter = period.quarter else { return String(period.year) }
        return words[.quarter, ["quarter": String(quarter), "year": String(period.year)]]
    }

    /// A period as it stands under a picture: `T3 2026`, or the year.
    func shortPeriod(_ period: FigurePeriod) -> String {
        guard let quarter = period.quarter else { return String(period.year) }
        return Words<FiguresText>(names.texts)[
            .quarterShort, ["quarter": String(quarter), "year": String(period.year)]]
    }

    /// `07/2026` for `2026-07`.
    private func month(_ value: String) -> String {
        value.split(separator: "-").reversed().joined(separator: "/")
    }

    private func text(_ kind: String, _ id: String) -> String {
        FiguresText(rawValue: "figures.\(kind)-\(id)").map { Words<FiguresText>(names.texts)[$0] } ?? id
    }
}
