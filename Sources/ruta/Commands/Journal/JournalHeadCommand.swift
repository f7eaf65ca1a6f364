import ArgumentParser
import CaseRegister
import Composition

/// `ruta journal head`: the position and the hash of the last entry, to be kept elsewhere.
struct JournalHeadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "head", abstract: Words[.journalHeadAbstract])

    @OptionGroup var data: DataOption

    func run() throws {
        let path = try data.path()
        do {
            Terminal.say(try JournalRoom.head(data: path).text)
        } catch {
            Terminal.warn(Words.of(error, path: path))
            throw ExitCode(2)
        }
    }
}
