import ArgumentParser
import Composition

/// `ruta unit recover`: opens a unit with its paper key, which comes on standard input and never as an argument.
///
/// An argument stands in the list of processes and in the history of the shell.
struct UnitRecoverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recover", abstract: Words[.unitRecoverAbstract],
        discussion: Words[.unitRecoverDiscussion])

    @OptionGroup var catalog: CatalogOption
    @OptionGroup var data: DataOption

    @Argument(help: ArgumentHelp(Words[.setupUnitOption], valueName: Words[.unitValue]))
    var unit: String

    @Option(help: ArgumentHelp(Words[.setupRoleOption], valueName: Words[.roleValue]))
    var role: String?

    func run() async throws {
        let place = try data.place()
        let setup = HouseSetup(at: place, catalog: try catalog.load(withScreens: false))
        let talk = SetupTalk(path: place.name, unit: unit, role: role)
        do {
            talk.show(try await setup.recover(unit, typed: Self.line(), role: role))
        } catch {
            throw talk.refusal(error)
        }
    }

    /// The first line of standard input, at most a kilobyte of it.
    private static func line() -> String {
        var bytes: [UInt8] = []
        while bytes.count < longest, !bytes.contains(UInt8(ascii: "\n")) {
            let more = Terminal.read(atMost: longest - bytes.count)
            if more.isEmpty { break }
            bytes += more
        }
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return String(decoding: line, as: UTF8.self)
    }

    private static let longest = 1_024
}
