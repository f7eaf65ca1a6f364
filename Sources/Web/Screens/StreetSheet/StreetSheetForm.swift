/// What was typed in from a street sheet, as it came.
struct StreetSheetForm: Equatable, Sendable {
    var number = ""
    var day = ""
    var hour = ""
    var district = ""
    var codes = ""
    /// Whether what was understood has been looked at.
    var isChecked = false

    static let numberField = "hoja"
    static let dayField = "dia"
    static let hourField = "hora"
    static let districtField = "distrito"
    static let codesField = "codigos"
    static let checkedField = "revisado"

    init() {}

    init(_ fields: FormFields) {
        func text(_ name: String, _ most: Int) -> String { String((fields[name] ?? "").prefix(most)) }
        number = text(Self.numberField, 16)
        day = text(Self.dayField, 10)
        hour = text(Self.hourField, 5)
        district = text(Self.districtField, 6)
        codes = text(Self.codesField, Self.mostCodes)
        isChecked = fields[Self.checkedField] == "si"
    }

    /// How many characters the codes may have: every box of a sheet, with a space behind each.
    static let mostCodes = 600
}
