import ArgumentParser
import Composition

/// `ruta keys renew-intake`: a new file of the keys of the app, with a new intake key before the old ones.
struct KeysRenewIntakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "renew-intake", abstract: Words[.keysIntakeAbstract],
        discussion: Words[.keysIntakeDiscussion])

    @Argument(help: ArgumentHelp(Words[.keysIntakeFile], valueName: Words[.fileValue]))
    var file: String

    @Option(help: ArgumentHelp(Words[.keysIntakeTo], valueName: Words[.fileValue]))
    var to: String

    func run() throws {
        do {
            try IntakeKeyRenewal.run(from: file, to: to, random: SystemRandom(), at: SystemClock.now())
            Terminal.say(Words[.keysIntakeMade, ["path": Words.typed(to)]])
        } catch {
            Terminal.warn(Words.of(error, file: Words.typed(file), to: Words.typed(to)))
            throw ExitCode.failure
        }
    }
}
