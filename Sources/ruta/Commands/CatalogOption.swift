import ArgumentParser
import Catalog
import Composition

/// Where the catalogue lies, for every command that reads it.
struct CatalogOption: ParsableArguments {
    @Option(
        name: .customLong("catalog"),
        help: ArgumentHelp(Words[.catalogOption], valueName: Words[.folderValue]))
    var path: String?

    /// The catalogue without a finding.
    ///
    /// - Parameter withScreens: whether the words of the screens must be whole too; only the server shows them.
    /// - Throws: `ExitCode` 78 (EX_CONFIG) after every finding was printed, or 66 (EX_NOINPUT) where it cannot be read.
    func load(withScreens: Bool = false) throws -> ProtocolCatalog {
        let reading = try read(withScreens: withScreens)
        guard let catalog = reading.catalog else {
            for finding in reading.findings { Terminal.warn("\(finding.place): \(Words.of(finding))") }
            Terminal.warn(Words[.catalogBroken, ["count": String(reading.findings.count)]])
            throw ExitCode(78)
        }
        return catalog
    }

    func read(withScreens: Bool) throws -> CatalogReading {
        let place = CatalogPath.find(path)
        do {
            return CatalogReading(
                try CatalogFolder(at: place), declaredTexts: withScreens ? DeclaredTexts.keys : [],
                digest: Fingerprint.sha256)
        } catch {
            Terminal.warn(Words[.catalogUnreadable, ["path": Words.typed(error.path)]])
            throw ExitCode(66)
        }
    }
}
