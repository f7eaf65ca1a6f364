import ArgumentParser

/// `ruta journal`: look at the journal from outside.
struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: Words[.journalAbstract],
        subcommands: [
            JournalVerifyCommand.self, JournalExportCommand.self, JournalHeadCommand.self,
            JournalRebuildCommand.self,
        ])
}
