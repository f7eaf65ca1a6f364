import ArgumentParser
import Composition

/// `ruta unit list`: every unit of the house, and how many of it may enter.
struct UnitListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: Words[.unitListAbstract])

    @OptionGroup var catalog: CatalogOption
    @OptionGroup var data: DataOption

    func run() async throws {
        let place = try data.place()
        let setup = HouseSetup(at: place, catalog: try catalog.load(withScreens: false))
        do {
            for unit in try await setup.units() {
                Terminal.say(
                    Words[
                        .unitLine,
                        [
                            "unit": unit.unit, "institution": unit.institution,
                            "municipality": unit.municipality ?? "-", "accounts": String(unit.accounts),
                            "name": Words.typed(unit.name),
                        ]])
            }
        } catch {
            throw SetupTalk(path: place.name, unit: "", role: nil).refusal(error)
        }
    }
}
