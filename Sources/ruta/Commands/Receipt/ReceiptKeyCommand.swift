import ArgumentParser
import Composition
import Sealing

/// `ruta receipt key`: the line of the public key that checks the receipts of this house.
struct ReceiptKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: Words[.receiptKeyAbstract], discussion: Words[.receiptKeyDiscussion])

    @Option(help: ArgumentHelp(Words[.dataOption], valueName: Words[.fileValue]))
    var data = "var/ruta.sqlite"

    func run() throws {
        let file = ReceiptKeyFile(besideData: data)
        do {
            Terminal.say(try file.signer().publicKey.text)
        } catch {
            let text: CommandText =
                switch error {
                case .unreachable: .receiptSeedMissing
                case .openToOthers: .receiptSeedOpen
                case .damaged: .receiptSeedDamaged
                }
            Terminal.warn(Words[text, ["path": Words.typed(file.path)]])
            throw ExitCode(74)
        }
    }
}
