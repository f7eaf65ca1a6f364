import ArgumentParser

/// `ruta receipt`: what checks a signed receipt without a server.
struct ReceiptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt", abstract: Words[.receiptAbstract],
        subcommands: [ReceiptVerifyCommand.self, ReceiptKeyCommand.self])
}
