import ArgumentParser
import Composition

/// `ruta practice fill`: an empty database becomes a town of invented cases.
struct PracticeFillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fill", abstract: Words[.practiceFillAbstract],
        discussion: Words[.practiceFillDiscussion])

    @OptionGroup var catalog: CatalogOption
    @OptionGroup var data: DataOption

    @Option(help: ArgumentHelp(Words[.practiceCasesOption], valueName: Words[.practiceNumberValue]))
    var cases: Int?

    @Option(help: ArgumentHelp(Words[.practiceSeedOption], valueName: Words[.practiceNumberValue]))
    var seed: UInt64?

    @Option(help: ArgumentHelp(Words[.practiceEarlierOption], valueName: Words[.practiceNumberValue]))
    var earlier: Int?

    func run() async throws {
        let cases = cases ?? 40
        guard (1...1_000_000).contains(cases) else {
            Terminal.warn(Words[.practiceCasesBad])
            throw ExitCode.validationFailure
        }
        let place = try data.place()
        let whole = try catalog.load(withScreens: false)
        var fill = PracticeFill(whole, cases: cases, seed: seed ?? 1, now: SystemClock.now())
        fill.earlier = min(max(earlier ?? 0, 0), 1_000_000)
        do {
            let events = try await fill.run(at: place)
            Terminal.say(
                Words[
                    .practiceFilled,
                    ["cases": Figures.grouped(cases), "events": Figures.grouped(events), "path": place.name]])
        } catch {
            switch error {
            case .notEmpty: Terminal.warn(Words[.practiceNotEmpty, ["path": place.name]])
            case .fault(let fault): Terminal.warn(Words.of(fault, path: place.name))
            case .generator:
                Terminal.warn(Words[.serveStorageOther, ["path": place.name, "code": "generator"]])
            }
            throw ExitCode(74)
        }
    }
}
