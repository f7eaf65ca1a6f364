import ArgumentParser
import Composition

/// `ruta count blind`: the own list becomes points that only a second blinding can compare.
struct CountBlindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blind", abstract: Words[.countBlindAbstract], discussion: Words[.countBlindDiscussion])

    @Argument(help: ArgumentHelp(Words[.countList], valueName: Words[.fileValue]))
    var list: String

    @Option(help: ArgumentHelp(Words[.countSession]))
    var session: String

    @Option(help: ArgumentHelp(Words[.countKey], valueName: Words[.fileValue]))
    var key: String

    @Option(help: ArgumentHelp(Words[.countTo], valueName: Words[.fileValue]))
    var to: String

    func run() throws {
        do {
            let count = try CountRoom.blind(list, to: to, key: key, session: session, random: SystemRandom())
            Terminal.say(Words[.countBlinded, ["count": Figures.grouped(count), "path": Words.typed(to)]])
        } catch {
            Terminal.warn(Words.of(error, to: Words.typed(to)))
            throw ExitCode.failure
        }
    }
}
