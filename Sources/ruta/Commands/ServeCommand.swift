import ArgumentParser

/// placeholder
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: Words[.serveAbstract])
}
