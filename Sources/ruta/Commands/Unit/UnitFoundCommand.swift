import ArgumentParser
import Composition

/// `ruta unit found`: a further unit, with its paper key and the invitation of its first member.
struct UnitFoundCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "found", abstract: Words[.unitFoundAbstract], discussion: Words[.unitFoundDiscussion])

    @OptionGroup var options: FoundingOptions

    func run() async throws {
        let path = try options.data.path()
        let setup = HouseSetup(data: path, catalog: try options.catalog.load(withScreens: false))
        let talk = SetupTalk(path: path, options.wanted)
        do {
            talk.show(try await setup.found(options.wanted))
        } catch {
            throw talk.refusal(error)
        }
    }
}
