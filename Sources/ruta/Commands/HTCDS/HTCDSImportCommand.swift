import ArgumentParser
import CaseRegister
import Composition

/// `ruta htcds import`: takes a file in where every row is good, one case each.
struct HTCDSImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: Words[.htcdsImportAbstract])

    @OptionGroup var catalog: CatalogOption
    @OptionGroup var data: DataOption

    @Argument(help: ArgumentHelp(Words[.htcdsFile], valueName: Words[.fileValue]))
    var file: String

    func run() async throws {
        let place = try data.place()
        guard place.isThere else {
            Terminal.warn(Words[.dossierNoFile, ["path": Words.typed(place.name)]])
            throw ExitCode(66)
        }
        let whole = try catalog.load()
        let reading = try HTCDSCheckCommand.reading(file, under: whole)
        do {
            let outcome = try await HTCDSRoom.take(reading, into: place, under: whole)
            Terminal.say(
                Words[.htcdsTaken, ["new": String(outcome.new), "known": String(outcome.known)]])
        } catch {
            Terminal.warn(Words.of(error, path: place.name))
            throw ExitCode(error == .locked ? 75 : 74)
        }
    }
}
