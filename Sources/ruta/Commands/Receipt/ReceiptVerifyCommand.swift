import ArgumentParser
import Foundation
import ReferralDomain
import Sealing

/// `ruta receipt verify`: whether a receipt was signed with one of the public keys of a file; 0 yes, 1 no.
struct ReceiptVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: Words[.receiptVerifyAbstract],
        discussion: Words[.receiptVerifyDiscussion])

    @Argument(help: ArgumentHelp(Words[.receiptTextOption], valueName: Words[.receiptValue]))
    var text: String

    @Option(help: ArgumentHelp(Words[.receiptKeyOption], valueName: Words[.fileValue]))
    var key: String

    func run() throws {
        guard let bytes = FileManager.default.contents(atPath: key),
            let file = String(validating: bytes, as: UTF8.self),
            let verifier = try? ReceiptVerifier(file: file)
        else {
            Terminal.warn(Words[.receiptKeyUnreadable, ["path": Words.typed(key)]])
            throw ExitCode(64)
        }
        let typed = text.filter { !$0.isWhitespace }
        guard let receipt = try? verifier.verify(typed) else {
            Terminal.say(Words[.receiptNotValid])
            throw ExitCode.failure
        }
        let statement = receipt.statement
        let time = LimaTime(Instant(millisecondsSinceEpoch: statement.instantMilliseconds))
        Terminal.say(Words[.receiptValid, ["code": receipt.shortCode]])
        let lines: [(CommandText, String)] = [
            (.receiptKind, Words[Self.word(of: statement.kind)]), (.receiptCase, statement.caseReference),
            (.labelInstitution, statement.institution),
            (.labelWhen, "\(time.date.iso) \(Self.two(time.hour)):\(Self.two(time.minute))"),
            (.receiptJournal, "\(statement.head.position) · \(statement.head.hash)"),
        ]
        for (label, value) in lines { Terminal.say("\(Words[label]): \(value)") }
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private static func word(of kind: ReceiptStatement.Kind) -> CommandText {
        switch kind {
        case .sent: .receiptSent
        case .delivered: .receiptDelivered
        case .acknowledged: .receiptAcknowledged
        case .accepted: .receiptAccepted
        case .custodyReceived: .receiptCustody
        case .done: .receiptDone
        case .stop: .receiptStop
        case .recalled: .receiptRecalled
        case .report: .receiptReport
        }
    }
}
