import Catalog

/// The words of the command line in Spanish, built into the program so that help works without a catalogue.
enum Words {
    private static let texts = Texts(language: "es-PE", yaml: PackageResources.es_yaml)

    /// The words of a key; a key without words shows itself, and a test refuses it.
    static subscript(_ key: CommandText) -> String { texts?[key] ?? key.rawValue }

    static subscript(_ key: CommandText, _ values: [String: String]) -> String {
        texts?[key, values] ?? key.rawValue
    }

    static func of(_ finding: Finding) -> String {
        texts?.words(of: "finding." + finding.kind.rawValue, finding.details) ?? finding.kind.rawValue
    }
}
