import ArgumentParser
import Composition

/// Which database a command looks at.
struct DataOption: ParsableArguments {
    @Option(help: ArgumentHelp(Words[.journalDataOption], valueName: Words[.fileValue]))
    var data: String?

    /// The path, from the command line, the environment or the default of the server.
    func path() throws -> String {
        do {
            return try ServerSettings(host: nil, port: nil, data: data).data
        } catch {
            Terminal.warn(Words[.serveConfigBad, ["what": "\(error.name) = \(Words.typed(error.found))"]])
            throw ExitCode(78)
        }
    }
}
