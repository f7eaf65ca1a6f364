import ArgumentParser
import Composition

/// `ruta hsds`: the directory as files that other directories read.
struct HSDSCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hsds", abstract: Words[.hsdsAbstract], discussion: Words[.hsdsDiscussion])

    @OptionGroup var catalog: CatalogOption

    @Argument(help: ArgumentHelp(Words[.hsdsFolder], valueName: Words[.folderValue]))
    var folder: String

    func run() throws {
        let whole = try catalog.load()
        do {
            for name in try HSDSFolder.write(whole, to: folder) { Terminal.say(name) }
        } catch {
            Terminal.warn(Words[.cannotWrite, ["path": Words.typed(folder)]])
            throw ExitCode(73)
        }
    }
}
