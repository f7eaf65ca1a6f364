import ArgumentParser

/// `ruta`: the route of a possible case, from the first sighting to the last duty.
@main
struct RutaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ruta",
        abstract: Words[.rootAbstract],
        discussion: Words[.rootDiscussion],
        version: Words[.version],
        subcommands: [
            RouteCommand.self, DirectoryCommand.self, CardCommand.self, CatalogCommand.self,
            ServeCommand.self,
        ])
}
