import ArgumentParser

/// `ruta unit`: the units of a house that was set up, for whoever stands at the machine.
struct UnitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unit", abstract: Words[.unitAbstract],
        subcommands: [UnitFoundCommand.self, UnitListCommand.self, UnitRecoverCommand.self])
}
