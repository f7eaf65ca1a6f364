import ArgumentParser
import Composition
import Sealing

/// `ruta receipt key`: the line of the public key that checks the receipts of this house.
struct ReceiptKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: Words[.receiptKeyAbstract], discussion: Words[.receiptKeyDiscussion])

    @OptionGroup var data: DataOption

    func run() throws {
        let file = ReceiptKeyFile(besideData: try data.place().data)
        do {
            Terminal.say(try file.signer().publicKey.text)
        } catch {
            let path = Words.typed(file.path)
            let said =
                switch error {
                case .unreachable: Words[.receiptSeedMissing, ["path": path]]
                case .openToOthers: Words[.receiptSeedOpen, ["path": path]]
                case .damaged: Words[.receiptSeedDamaged, ["path": path]]
                }
            Terminal.warn(said)
            throw ExitCode(74)
        }
    }
}
