import ArgumentParser

/// `ruta database`: the database as a whole, a file or one of a server.
struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "database", abstract: Words[.databaseAbstract],
        subcommands: [DatabaseStatusCommand.self, DatabaseMigrateCommand.self, DatabaseCopyCommand.self])
}
