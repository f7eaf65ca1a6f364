import ArgumentParser
import Composition

/// `ruta count again`: the list of the other institution is blinded with the own key as well.
struct CountAgainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "again", abstract: Words[.countAgainAbstract])

    @Argument(help: ArgumentHelp(Words[.countPeer], valueName: Words[.fileValue]))
    var list: String

    @Option(help: ArgumentHelp(Words[.countKey], valueName: Words[.fileValue]))
    var key: String

    @Option(help: ArgumentHelp(Words[.countTo], valueName: Words[.fileValue]))
    var to: String

    func run() throws {
        do {
            let count = try CountRoom.again(list, to: to, key: key)
            Terminal.say(Words[.countAgainMade, ["count": Figures.grouped(count), "path": Words.typed(to)]])
        } catch {
            Terminal.warn(Words.of(error, to: Words.typed(to)))
            throw ExitCode.failure
        }
    }
}
