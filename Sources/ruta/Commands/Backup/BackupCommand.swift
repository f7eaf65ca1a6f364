import ArgumentParser

/// `ruta backup`: copies of a house that only the custodians of their keys can open.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: Words[.backupAbstract],
        subcommands: [BackupMakeCommand.self, BackupKeyCommand.self, BackupCheckCommand.self],
        defaultSubcommand: BackupMakeCommand.self)
}
