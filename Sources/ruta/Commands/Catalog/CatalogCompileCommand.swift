import ArgumentParser
import Catalog
import Foundation
import JSON
import RouteEngine

/// `ruta catalog compile`: the rules as numbers, for the engine on the phone.
struct CatalogCompileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile", abstract: Words[.compileAbstract], discussion: Words[.compileDiscussion])

    @OptionGroup var catalog: CatalogOption

    @Argument(help: ArgumentHelp(Words[.compileOutput], valueName: Words[.fileValue]))
    var output: String

    @Option(help: ArgumentHelp(Words[.compileNames], valueName: Words[.fileValue]))
    var names: String?

    func run() throws {
        let catalog = try catalog.load()
        let bytes = catalog.rulebook.compiled
        try write(bytes, to: output)
        if let names { try write(Self.names(catalog).bytes(.compact), to: names) }
        Terminal.say(Words[.compileDone, ["path": output, "bytes": String(bytes.count)]])
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        do {
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            Terminal.warn(Words[.cannotWrite, ["path": Words.typed(path)]])
            throw ExitCode(73)
        }
    }

    /// What the numbers mean: ids by position, and the fiscal district of each district.
    private static func names(_ catalog: ProtocolCatalog) -> JSON {
        let content = catalog.content
        return [
            "version": .string(catalog.edition.version),
            "hash": .string(catalog.hash),
            "facts": .array(
                content.facts.map { fact in
                    [
                        "id": .string(fact.id.text), "asked": .string(fact.asked.rawValue),
                        "values": .array(fact.values.map { .string($0.id) }),
                    ]
                }),
            "steps": .array(content.steps.map { .string($0.id.text) }),
            "institutions": .array(content.institutions.map { .string($0.id.text) }),
            "levels": .array(content.levels.map { .string($0.id.text) }),
            "districts": .object(
                content.districts.map { JSON.Member($0.id.text, .string($0.fiscalDistrict.text)) }),
        ]
    }
}
