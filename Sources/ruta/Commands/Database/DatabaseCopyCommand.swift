import ArgumentParser
import Composition

/// `ruta database copy`: the whole register into an empty database, from a file to a server or back.
struct DatabaseCopyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy", abstract: Words[.databaseCopyAbstract],
        discussion: Words[.databaseCopyDiscussion])

    @OptionGroup var data: DataOption

    @Option(help: ArgumentHelp(Words[.databaseCopyTarget], valueName: Words[.addressValue]))
    var to: String

    func run() async throws {
        let source = try data.place()
        let target = source.elsewhere(to)
        do {
            DatabasePage(try await DatabaseRoom.copy(from: source, to: target), of: target).show()
        } catch {
            throw DatabasePage.refusal(error, target)
        }
    }
}
