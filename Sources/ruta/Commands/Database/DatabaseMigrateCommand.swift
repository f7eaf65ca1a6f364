import ArgumentParser
import Composition

/// `ruta database migrate`: the schema of this release, made or brought up to date.
struct DatabaseMigrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: Words[.databaseMigrateAbstract])

    @OptionGroup var data: DataOption

    func run() throws {
        let place = try data.place()
        do {
            DatabasePage(try DatabaseRoom.migrate(place), of: place).show()
        } catch {
            throw DatabasePage.refusal(error, place)
        }
    }
}
