import CaseRegister
import ReferralDomain

/// The page that says whether a report has arrived: its hour, one safe word, and nothing else about it.
struct ReceiptModel: Equatable, Sendable {
    /// What was typed, to be corrected; shortened so that nobody can fill a page with it.
    let typed: String
    let answer: Answer

    enum Answer: Equatable, Sendable {
        case notAsked
        case received(code: String, at: Instant, isCorrected: Bool, word: SafeWord)
        case empty
        case length(Int)
        case character
        case check
        case unknown
        case unreachable
    }

    init(typed: String = "", answer: Answer = .notAsked) {
        self.typed = String(typed.prefix(Self.longestTyped))
        self.answer = answer
    }

    init(typed: String, misread: CaseReference.Misread) {
        switch misread {
        case .length(0): self.init(typed: typed, answer: .empty)
        case .length(let count): self.init(typed: typed, answer: .length(count))
        case .character: self.init(typed: typed, answer: .character)
        case .check: self.init(typed: typed, answer: .check)
        }
    }

    /// - Parameter word: how the case goes, in one of the four words that the reporter may know.
    init(typed: String, receipt: Receipt?, word: SafeWord) {
        guard let receipt else {
            self.init(typed: typed, answer: .unknown)
            return
        }
        self.init(
            answer: .received(
                code: receipt.reference.text, at: receipt.receivedAt, isCorrected: receipt.version > 1,
                word: word))
    }

    private static let longestTyped = 20
}
