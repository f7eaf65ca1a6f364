import ArgumentParser
import CaseRegister
import Composition
import JSON
import Standards

/// `ruta htcds export`: every case of a register as rows, without names.
struct HTCDSExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: Words[.htcdsExportAbstract])

    @OptionGroup var catalog: CatalogOption
    @OptionGroup var data: DataOption

    @Flag(help: ArgumentHelp(Words[.jsonFlag]))
    var json = false

    func run() async throws {
        let place = try data.place()
        guard place.isThere else {
            Terminal.warn(Words[.dossierNoFile, ["path": Words.typed(place.name)]])
            throw ExitCode(66)
        }
        let whole = try catalog.load()
        do {
            let sheet = try await HTCDSRoom.sheet(of: place, under: whole)
            Terminal.put(json ? sheet.json.bytes(.pretty) + [0x0A] : Array(sheet.csv.utf8))
        } catch {
            Terminal.warn(Words.of(error, path: place.name))
            throw ExitCode(error == .locked ? 75 : 74)
        }
    }
}
