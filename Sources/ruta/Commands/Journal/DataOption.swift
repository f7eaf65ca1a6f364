import ArgumentParser
import Composition

/// Which database a command looks at.
struct DataOption: ParsableArguments {
    @Option(help: ArgumentHelp(Words[.journalDataOption], valueName: Words[.fileValue]))
    var data: String?

    @Option(help: ArgumentHelp(Words[.databaseOption], valueName: Words[.addressValue]))
    var database: String?

    /// The place, from the command line, the environment or the default of the server.
    func place() throws -> RegisterPlace {
        do {
            return try ServerSettings(host: nil, port: nil, data: data, database: database).place
        } catch {
            Terminal.warn(Words[.serveConfigBad, ["what": "\(error.name) = \(Words.typed(error.found))"]])
            throw ExitCode(78)
        }
    }
}
