import ArgumentParser
import Catalog
import ReferralDomain

/// `ruta card`: the text of the pocket card of one district.
struct CardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "card", abstract: Words[.cardAbstract], discussion: Words[.cardDiscussion])

    @OptionGroup var catalog: CatalogOption

    @Option(help: ArgumentHelp(Words[.districtOption], valueName: "ubigeo"))
    var district: String?

    func run() throws {
        let catalog = try catalog.load()
        guard let chosen = try catalog.district(named: district) else {
            Terminal.warn(Words[.districtMissing])
            throw ExitCode(64)
        }
        Terminal.say(PocketCard(catalog: catalog, district: chosen).text)
    }
}
