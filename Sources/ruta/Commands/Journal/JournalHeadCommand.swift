import ArgumentParser
import CaseRegister
import Composition

/// `ruta journal head`: the position and the hash of the last entry, to be kept elsewhere.
struct JournalHeadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "head", abstract: Words[.journalHeadAbstract])

    @OptionGroup var data: DataOption

    func run() throws {
        let place = try data.place()
        do {
            Terminal.say(try JournalRoom.head(of: place).text)
        } catch {
            Terminal.warn(Words.of(error, path: place.name))
            throw ExitCode(2)
        }
    }
}
