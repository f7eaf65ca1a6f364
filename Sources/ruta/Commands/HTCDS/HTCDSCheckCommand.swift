import ArgumentParser
import Catalog
import Composition
import Foundation
import Standards

/// `ruta htcds check`: what is wrong with a file, row by row; nothing is written.
struct HTCDSCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: Words[.htcdsCheckAbstract])

    @OptionGroup var catalog: CatalogOption

    @Argument(help: ArgumentHelp(Words[.htcdsFile], valueName: Words[.fileValue]))
    var file: String

    func run() throws {
        let reading = try Self.reading(file, under: try catalog.load())
        Terminal.say(Words[.htcdsClean, ["rows": String(reading.rows.count)]])
    }

    /// The file, where it is good; else every finding on standard error, and the end with 65.
    static func reading(_ path: String, under catalog: ProtocolCatalog) throws -> HTCDSReading {
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: HTCDSReading.mostBytes + 1)
        else {
            Terminal.warn(Words[.dossierNoFile, ["path": Words.typed(path)]])
            throw ExitCode(66)
        }
        let reading = HTCDSRoom.check(Array(data), under: catalog)
        for note in reading.notes { Terminal.say(Words.of(note)) }
        for finding in reading.findings { Terminal.warn(Words.of(finding)) }
        guard reading.findings.isEmpty else {
            Terminal.warn(Words[.htcdsNothingTaken, ["count": String(reading.findings.count)]])
            throw ExitCode(65)
        }
        return reading
    }
}
