import ArgumentParser

/// `ruta practice`: invented cases.
struct PracticeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice", abstract: Words[.practiceAbstract],
        subcommands: [PracticeFillCommand.self, PracticeCodeCommand.self, PracticeMeasureCommand.self])
}
