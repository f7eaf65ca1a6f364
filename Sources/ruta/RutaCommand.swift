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
            ServeCommand.self, JournalCommand.self, DatabaseCommand.self, PracticeCommand.self,
            DossierCommand.self, HTCDSCommand.self, HSDSCommand.self,
            ReceiptCommand.self, SetupCommand.self, UnitCommand.self, BackupCommand.self, RestoreCommand.self,
            DoctorCommand.self, KeysCommand.self, CountCommand.self,
        ])

    /// Runs the command; a command line that cannot be understood is one line on standard error and 64 (EX_USAGE).
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch {
            guard exitCode(for: error) == .validationFailure, !(error is ExitCode) else {
                exit(withError: error)
            }
            let message = message(for: error).split(separator: "\n").first.map(String.init) ?? ""
            Terminal.warn(Words[.usageWrong, ["message": Words.typed(message)]])
            exit(withError: ExitCode.validationFailure)
        }
    }
}
