import ArgumentParser
import Composition

/// `ruta journal export`: every entry as a line of JSON, with nothing opened that is sealed.
struct JournalExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: Words[.journalExportAbstract],
        discussion: Words[.journalExportDiscussion])

    @OptionGroup var data: DataOption

    func run() throws {
        let place = try data.place()
        do {
            try JournalRoom.export(place, to: Terminal.put)
        } catch {
            Terminal.warn(Words.of(error, path: place.name))
            throw ExitCode(2)
        }
    }
}
