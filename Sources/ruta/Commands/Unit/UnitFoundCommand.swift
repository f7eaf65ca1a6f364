import ArgumentParser
import Composition

/// `ruta unit found`: a further unit, with its paper key and the invitation of its first member.
struct UnitFoundCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "found", abstract: Words[.unitFoundAbstract], discussion: Words[.unitFoundDiscussion])

    @OptionGroup var options: FoundingOptions

    func run() async throws {
        let place = try options.data.place()
        let setup = HouseSetup(at: place, catalog: try options.catalog.load(withScreens: false))
        let talk = SetupTalk(path: place.name, options.wanted)
        do {
            talk.show(try await setup.found(options.wanted))
        } catch {
            throw talk.refusal(error)
        }
    }
}
