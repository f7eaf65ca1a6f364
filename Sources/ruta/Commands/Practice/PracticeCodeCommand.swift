import ArgumentParser
import Composition

/// `ruta practice code`: the six digits of a practice account, for whoever has no authenticator app at hand.
struct PracticeCodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code", abstract: Words[.practiceCodeAbstract],
        discussion: Words[.practiceCodeDiscussion])

    @Argument(help: ArgumentHelp(Words[.practiceAccount], valueName: Words[.practiceAccountValue]))
    var account: String

    @OptionGroup var data: DataOption

    func run() throws {
        let accounts = PracticeAccounts(at: try data.place())
        do {
            Terminal.say(
                Words[.practiceCodeIs, ["code": try accounts.code(of: account, at: SystemClock.now())]])
        } catch {
            switch error {
            case .unknownAccount:
                Terminal.warn(Words[.practiceNoAccount, ["account": Words.typed(account)]])
            case .noFile, .taken, .fault: Terminal.warn(Words[.practiceNoFile, ["path": accounts.path]])
            }
            throw ExitCode.validationFailure
        }
    }
}
