import ArgumentParser
import Composition
import Sealing

/// `ruta count compare`: how many different people stand in two lists that both institutions have blinded.
struct CountCompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: Words[.countCompareAbstract],
        discussion: Words[.countCompareDiscussion])

    @Argument(help: ArgumentHelp(Words[.countTwice], valueName: Words[.fileValue]))
    var list: String

    @Argument(help: ArgumentHelp(Words[.countOther], valueName: Words[.fileValue]))
    var other: String

    func run() throws {
        do {
            let count = try CountRoom.compare(list, other)
            guard let together = count.together, let both = count.both else {
                return Terminal.say(Words[.countHidden])
            }
            Terminal.say(Words[.countTogether, ["count": Figures.grouped(together)]])
            Terminal.say(Words[.countBoth, ["count": Figures.grouped(both)]])
        } catch {
            Terminal.warn(Words.of(error, to: ""))
            throw ExitCode.failure
        }
    }
}
