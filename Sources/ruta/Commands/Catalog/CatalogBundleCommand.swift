import ArgumentParser
import CaseRegister
import Catalog
import Composition
import Foundation

/// `ruta catalog bundle`: the signed catalogue as phones take it.
struct CatalogBundleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle", abstract: Words[.bundleAbstract], discussion: Words[.bundleDiscussion])

    @OptionGroup var catalog: CatalogOption

    @Argument(help: ArgumentHelp(Words[.compileOutput], valueName: Words[.fileValue]))
    var output: String

    @Option(help: ArgumentHelp(Words[.bundleKeys], valueName: Words[.fileValue]))
    var data: String?

    func run() throws {
        let catalog = try catalog.load(withScreens: true)
        let bytes: [UInt8]
        do {
            bytes = try BundleFile.bytes(of: catalog, keysBeside: data)
        } catch {
            Terminal.warn(Words.of(error, path: data ?? ""))
            throw ExitCode(74)
        }
        do {
            try Data(bytes).write(to: URL(filePath: output), options: .atomic)
        } catch {
            Terminal.warn(Words[.cannotWrite, ["path": Words.typed(output)]])
            throw ExitCode(73)
        }
        Terminal.say(Words[.compileDone, ["path": output, "bytes": String(bytes.count)]])
    }
}
