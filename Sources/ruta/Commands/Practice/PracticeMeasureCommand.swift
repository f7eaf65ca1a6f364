import ArgumentParser
import Composition

/// `ruta practice measure`: how long the register takes for each thing, in lines that a program reads.
struct PracticeMeasureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: Words[.practiceMeasureAbstract],
        discussion: Words[.practiceMeasureDiscussion])

    @OptionGroup var catalog: CatalogOption
    @OptionGroup var data: DataOption

    @Option(help: ArgumentHelp(Words[.practiceRoundsOption], valueName: Words[.practiceNumberValue]))
    var rounds: Int?

    func run() async throws {
        let rounds = rounds ?? 300
        guard (1...1_000_000).contains(rounds) else {
            Terminal.warn(Words[.practiceRoundsBad])
            throw ExitCode.validationFailure
        }
        let place = try data.place()
        let whole = try catalog.load(withScreens: false)
        do {
            let measure = PracticeMeasure(whole, now: SystemClock.now(), rounds: rounds)
            for figure in try await measure.run(at: place) {
                Terminal.say("\(figure.name) \(figure.count) \(figure.median) \(figure.p99) \(figure.most)")
            }
        } catch {
            Terminal.warn(Words.of(error, path: place.name))
            throw ExitCode(74)
        }
    }
}
