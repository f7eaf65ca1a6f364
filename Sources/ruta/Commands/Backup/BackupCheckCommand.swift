import ArgumentParser
import Composition

/// `ruta backup check`: every piece of a backup opened, nothing written.
struct BackupCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: Words[.backupCheckAbstract],
        discussion: Words[.backupCheckDiscussion])

    @Argument(help: ArgumentHelp(Words[.backupFile], valueName: Words[.fileValue]))
    var file: String

    @Option(help: ArgumentHelp(Words[.backupKeyOption], valueName: Words[.fileValue]))
    var key: String

    func run() throws {
        let pair = try BackupPage.pair(in: key)
        do {
            let outcome = try RestoreRoom.examine(file, with: pair)
            Terminal.say(Words[.backupIsWhole, ["path": Words.typed(file)]])
            BackupPage.show(outcome)
        } catch {
            Terminal.warn(Words.of(error, path: Words.typed(file)))
            throw ExitCode.failure
        }
    }
}
