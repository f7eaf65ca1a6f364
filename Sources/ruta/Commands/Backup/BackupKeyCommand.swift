import ArgumentParser
import Composition
import Sealing

/// `ruta backup key`: a key pair of a custodian; made elsewhere than on the server.
struct BackupKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: Words[.backupKeyAbstract], discussion: Words[.backupKeyDiscussion])

    @Argument(help: ArgumentHelp(Words[.backupKeyFile], valueName: Words[.fileValue]))
    var file: String

    func run() throws {
        do {
            let recipient = try BackupKeys.make(at: file, random: SystemRandom())
            Terminal.say(recipient.text)
            Terminal.warn(Words[.backupKeyMade, ["path": Words.typed(file)]])
        } catch {
            throw BackupPage.refusal(error, file)
        }
    }
}
