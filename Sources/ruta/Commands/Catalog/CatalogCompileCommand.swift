import ArgumentParser
import Catalog
import Foundation
import RouteEngine

/// `ruta catalog compile`: the rules as numbers, for the engine on the phone.
struct CatalogCompileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile", abstract: Words[.compileAbstract], discussion: Words[.compileDiscussion])

    @OptionGroup var catalog: CatalogOption

    @Argument(help: ArgumentHelp(Words[.compileOutput], valueName: Words[.fileValue]))
    var output: String

    func run() throws {
        let bytes = try catalog.load().rulebook.compiled
        do {
            try Data(bytes).write(to: URL(filePath: output), options: .atomic)
        } catch {
            Terminal.warn(Words[.cannotWrite, ["path": output]])
            throw ExitCode(73)
        }
        Terminal.say(Words[.compileDone, ["path": output, "bytes": String(bytes.count)]])
    }
}
