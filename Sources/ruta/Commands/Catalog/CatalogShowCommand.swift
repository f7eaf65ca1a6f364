import ArgumentParser
import Catalog

/// `ruta catalog show ID`: one item of the catalogue on a page.
struct CatalogShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: Words[.showAbstract], discussion: Words[.showDiscussion])

    @OptionGroup var catalog: CatalogOption

    @Argument(help: ArgumentHelp(Words[.showID], valueName: "id"))
    var id: String

    func run() throws {
        let content = try catalog.load().content
        let pages = ItemPages(content: content).pages(of: id)
        guard !pages.isEmpty else {
            let near = ItemPages(content: content).idsLike(id).joined(separator: ", ")
            Terminal.warn(
                Words[near.isEmpty ? .showUnknown : .showUnknownNear, ["id": Words.typed(id), "near": near]])
            throw ExitCode(64)
        }
        Terminal.say(pages.joined(separator: "\n\n"))
    }
}
