import HTML
import Reports

/// Which published table somebody asks for, as it stands in the address: ids only.
struct FigureQuestion: Equatable, Sendable {
    static let cubeField = "que"
    static let periodField = "periodo"
    static let dimensionFields = ["por", "por-2", "por-3"]
    static let formField = "forma"

    /// A cube of the scheme.
    var cube: String
    /// At most three, in the order in which they were asked for.
    var dimensions: [String]
    /// nil for the newest that is published.
    var period: FigurePeriod?

    /// Reads the query of an address; without one the districts of the possible cases are asked for.
    init(_ fields: FormFields) {
        cube = fields[Self.cubeField] ?? "cases"
        let asked = Self.dimensionFields.compactMap { fields[$0] }.filter { !$0.isEmpty }
        dimensions = asked.reduce(into: []) { found, name in if !found.contains(name) { found.append(name) } }
        if fields[Self.cubeField] == nil, dimensions.isEmpty { dimensions = ["district", "form"] }
        period = fields[Self.periodField].flatMap(FigurePeriod.init(reading:))
    }

    /// The address of a file with the table of these dimensions.
    func file(_ form: FigureFile, of dimensions: [String]) -> Address {
        func name(_ place: Int) -> String { dimensions.indices.contains(place) ? dimensions[place] : "" }
        return .page(
            ["cifras", "archivo"],
            query: [
                Self.cubeField: cube, Self.dimensionFields[0]: name(0), Self.dimensionFields[1]: name(1),
                Self.dimensionFields[2]: name(2), Self.periodField: period?.text ?? "",
                Self.formField: form.rawValue,
            ])
    }
}
