import JSON

/// One of the 84 fields of the Human Trafficking Case Data Standard 2.0 (IOM, 24 December 2021, CC BY 4.0).
public struct HTCDSField: Hashable, Sendable {
    /// As in the spreadsheet of the standard, such as `vic_TypeOfExploitation`.
    public let name: String
    public let kind: Kind
    public let isCore: Bool
    public let isDeprecated: Bool
    public let holding: Holding
    /// The closed list of a choice; empty for the others.
    public let values: [String]

    public enum Kind: String, CaseIterable, Sendable {
        case text, date, number, checkbox, choice, choices, phone, country, countries, language
    }

    /// Whether Ruta has something to say in it.
    public enum Holding: String, CaseIterable, Sendable {
        case held
        /// It lies sealed to those whose duty needs it, and leaves the house in no file.
        case sealed
        /// Nobody asks for it here.
        case notHeld = "not-held"
    }

    /// All fields in the order of the standard.
    public static let all: [HTCDSField] = {
        let file = try? JSON(parsing: PackageResources.Fields_json)
        return (file?["fields"]?.array ?? []).compactMap(HTCDSField.init)
    }()

    private init?(_ json: JSON) {
        guard let name = json["name"]?.string, let kind = json["kind"]?.string.flatMap(Kind.init),
            let holding = json["holding"]?.string.flatMap(Holding.init)
        else { return nil }
        self.name = name
        self.kind = kind
        self.holding = holding
        isCore = json["core"]?.boolean ?? false
        isDeprecated = json["deprecated"]?.boolean ?? false
        values = json["values"]?.array?.compactMap(\.string) ?? []
    }
}
