import ArgumentParser
import Catalog
import RouteEngine

/// `ruta catalog prove`: the eight hard rules over every situation, with a counter-example in words when one fails.
struct CatalogProveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove", abstract: Words[.proveAbstract], discussion: Words[.proveDiscussion])

    @OptionGroup var catalog: CatalogOption

    func run() throws {
        let reading = try catalog.read(withScreens: false)
        guard let draft = reading.draft else { return _ = try catalog.load() }
        if !reading.findings.isEmpty {
            Terminal.warn(Words[.proveDraft, ["count": String(reading.findings.count)]])
        }
        let proof = CatalogProof(draft)
        for verdict in proof.verdicts {
            let isProved = verdict.counterExample == nil
            Terminal.say(
                Words[
                    isProved ? .proveHolds : .proveFails,
                    [
                        "number": String(verdict.rule.rawValue), "rule": Words.of(verdict.rule),
                        "visited": Figures.grouped(verdict.visited),
                    ]])
            if let example = verdict.counterExample { tell(example) }
        }
        let visited = proof.verdicts.reduce(0) { $0 + $1.visited }
        Terminal.say(
            Words[
                .proveStandsFor,
                ["visited": Figures.grouped(visited), "situations": Figures.powerOfTen(proof.situations)]])
        if !proof.holds { throw ExitCode.failure }
    }

    private func tell(_ example: CounterExample) {
        let known = example.known.map { fact, value in "\(fact.id) = \(value.id) (\(value.label))" }
        let place = example.district.map { [Words[.exampleDistrict, ["name": $0.name]]] } ?? []
        let hour = example.isOfficeTime.map { [Words[$0 ? .exampleDay : .exampleNight]] } ?? []
        let circumstances = (known + place + hour).joined(separator: "; ")
        Terminal.say(
            Words[
                .exampleSituation, ["known": circumstances.isEmpty ? Words[.exampleNothing] : circumstances]])
        guard let step = example.step else { return }
        Terminal.say(
            Words[
                .exampleStep,
                [
                    "step": step.id.text, "status": example.status.map(Words.of) ?? "",
                    "institution": example.institution?.name ?? "",
                ]])
    }
}
