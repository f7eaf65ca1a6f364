import ArgumentParser

/// `ruta catalog`: look at the protocol itself.
struct CatalogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalog", abstract: Words[.catalogAbstract],
        subcommands: [
            CatalogCheckCommand.self, CatalogProveCommand.self, CatalogShowCommand.self,
            CatalogCompileCommand.self, CatalogBundleCommand.self,
        ])
}
