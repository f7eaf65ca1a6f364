import ArgumentParser
import CScrubbedMemory
import CaseRegister
import Catalog
import Composition

/// `ruta serve`: the street pages, the directory and the manual, with a journal on disk.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: Words[.serveAbstract], discussion: Words[.serveDiscussion])

    @OptionGroup var catalog: CatalogOption

    @Option(help: ArgumentHelp(Words[.hostOption], valueName: Words[.addressValue]))
    var host: String?

    @Option(help: ArgumentHelp(Words[.portOption], valueName: Words[.portValue]))
    var port: String?

    @Option(help: ArgumentHelp(Words[.dataOption], valueName: Words[.fileValue]))
    var data: String?

    @Option(help: ArgumentHelp(Words[.databaseOption], valueName: Words[.addressValue]))
    var database: String?

    @Option(help: ArgumentHelp(Words[.engineOption], valueName: Words[.fileValue]))
    var engine: String?

    @Flag(help: ArgumentHelp(Words[.practiceFlag]))
    var practice = false

    func run() async throws {
        // Names lie in this memory while a session reads them: without this promise nothing is served.
        guard scrubbed_memory_forbid_dumps() == 0 else {
            Terminal.warn(Words[.serveDumps])
            throw ExitCode(71)
        }
        let settings = try settings()
        let whole = try catalog.load(withScreens: true)
        let town = PracticeOpening(place: settings.place, catalog: whole)
        if practice { try await town.prepare() }
        let server: RutaServer
        do {
            server = try RutaServer(settings, catalog: whole)
        } catch {
            Terminal.warn(Words.of(error, path: settings.place.name))
            throw ExitCode(error == .locked ? 75 : 74)
        }
        if let alarm = await server.journalAlarm() {
            Terminal.warn(Words.of(alarm, path: settings.data))
        }
        do {
            try await server.run { address in
                Terminal.say(Words[.serveReady, ["address": address]])
                Terminal.say(
                    Words[
                        .serveCatalog,
                        [
                            "version": whole.edition.version, "hash": String(whole.hash.prefix(12)),
                            "path": settings.place.name,
                        ]])
                if practice { town.greet(at: address) }
                Terminal.say(Words[.serveEnd])
            } watched: { address in
                Terminal.say(Words[.serveWatched, ["address": address]])
            }
        } catch let fault as JournalFault {
            Terminal.warn(Words.of(fault, path: settings.place.name))
            throw ExitCode(74)
        } catch {
            Terminal.warn(Words[.servePortBusy, ["address": "\(settings.host):\(settings.port)"]])
            throw ExitCode(74)
        }
    }

    private func settings() throws -> ServerSettings {
        do {
            var settings = try ServerSettings(
                host: host, port: port, data: data, database: database, engine: engine)
            settings.isPractice = practice
            settings.messages = try MessageSettings.ofEnvironment()
            return settings
        } catch let mistakes as MessageSettings.Mistakes {
            for mistake in mistakes.all { warn(mistake) }
            throw ExitCode(78)
        } catch let error as ServerSettings.Mistake {
            let isPort = error.name == "port"
            Terminal.warn(
                isPort
                    ? Words[.servePortBad, ["text": Words.typed(error.found)]]
                    : Words[.serveConfigBad, ["what": "\(error.name) = \(Words.typed(error.found))"]])
            // A port that is no number, said on the command line, is a slip of the hand; the rest is configuration.
            throw ExitCode(isPort && error.found == port && Int(error.found) == nil ? 64 : 78)
        }
    }

    private func warn(_ mistake: ServerSettings.Mistake) {
        Terminal.warn(
            Words[.serveConfigBad, ["what": "\(mistake.name) = \(Words.typed(mistake.found))"]])
    }
}
