import ArgumentParser
import Composition

/// `ruta setup`: the first unit of a house and the invitation of its first member. There is no default account.
struct SetupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setup", abstract: Words[.setupAbstract], discussion: Words[.setupDiscussion])

    @OptionGroup var options: FoundingOptions

    func run() async throws {
        let place = try options.data.place()
        let setup = HouseSetup(at: place, catalog: try options.catalog.load(withScreens: false))
        let talk = SetupTalk(path: place.name, options.wanted)
        do {
            talk.show(try await setup.begin(options.wanted))
        } catch {
            throw talk.refusal(error)
        }
    }
}
