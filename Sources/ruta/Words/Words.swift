import Catalog

/// The words of the command line in Spanish, built into the program so that help works without a catalogue.
enum Words {
    private static let texts = Texts(language: "es-PE", yaml: PackageResources.es_yaml)

    /// The words of a key; a key without words shows itself, and a test refuses it.
    static subscript(_ key: CommandText) -> String { texts?[key] ?? key.rawValue }

    static subscript(_ key: CommandText, _ values: [String: String]) -> String {
        texts?[key, values.mapValues(harmless)] ?? key.rawValue
    }

    static func of(_ finding: Finding) -> String {
        texts?.words(of: "finding." + finding.kind.rawValue, finding.details.mapValues(harmless))
            ?? finding.kind.rawValue
    }

    /// What somebody typed, cut to the length of a line: a message names it and does not repeat it whole.
    static func typed(_ text: String) -> String {
        let start = text.unicodeScalars.prefix(60)
        return start.count < text.unicodeScalars.count ? String(start) + "…" : text
    }

    /// Text that cannot move the cursor, ring a bell or break a line, whoever wrote it.
    private static func harmless(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: " "
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
