import ArgumentParser

/// `ruta keys`: the keys that a house gives to its nodes.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: Words[.keysAbstract], subcommands: [KeysRenewIntakeCommand.self])
}
