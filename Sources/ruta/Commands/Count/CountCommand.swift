import ArgumentParser

/// `ruta count`: how many people two institutions know together, without either seeing the other's list.
struct CountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count", abstract: Words[.countAbstract],
        subcommands: [CountBlindCommand.self, CountAgainCommand.self, CountCompareCommand.self])
}
