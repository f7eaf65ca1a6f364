import ArgumentParser
import Catalog

/// `ruta catalog check`: everything that is wrong in the catalogue, with file and line.
struct CatalogCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: Words[.checkAbstract], discussion: Words[.checkDiscussion])

    @OptionGroup var catalog: CatalogOption

    func run() throws {
        let reading = try catalog.read(withScreens: true)
        for finding in reading.findings { Terminal.say("\(finding.place): \(Words.of(finding))") }
        guard let whole = reading.catalog else {
            Terminal.say(Words[.checkFound, ["count": String(reading.findings.count)]])
            throw ExitCode.failure
        }
        let content = whole.content
        Terminal.say(
            Words[
                .checkClean,
                [
                    "version": whole.edition.version, "hash": String(whole.hash.prefix(12)),
                    "steps": String(content.steps.count), "facts": String(content.facts.count),
                    "indicators": String(content.indicators.count),
                    "contacts": String(content.contacts.count),
                    "districts": String(content.districts.count), "sources": String(content.sources.count),
                    "institutions": String(content.institutions.count),
                ]])
    }
}
