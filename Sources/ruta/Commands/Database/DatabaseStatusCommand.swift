import ArgumentParser
import Composition

/// `ruta database status`: the schema, the end of the journal and how many rows there are; nothing is changed.
struct DatabaseStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: Words[.databaseStatusAbstract])

    @OptionGroup var data: DataOption

    func run() throws {
        let place = try data.place()
        do {
            DatabasePage(try DatabaseRoom.status(of: place), of: place).show()
        } catch {
            throw DatabasePage.refusal(error, place)
        }
    }
}
