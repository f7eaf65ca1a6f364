import Access
import HTTPTypes

/// What the public check of receipts says: valid or not, what kind, when, which institution. Never content.
struct VerificationModel: Sendable {
    let typed: String
    let answer: Answer
    /// The line of the public key file, for whoever checks without this server.
    let publicKey: String

    enum Answer: Sendable {
        case notAsked
        case valid([CheckedReceipt])
        /// Altered, made up, unknown: one answer.
        case notValid
        case limited
        case unreachable
    }

    init(typed: String, answer: Answer, publicKey: String) {
        self.typed = String(typed.prefix(Self.longest))
        self.answer = answer
        self.publicKey = publicKey
    }

    var status: HTTPResponse.Status {
        switch answer {
        case .notAsked, .valid, .notValid: .ok
        case .limited: .tooManyRequests
        case .unreachable: .serviceUnavailable
        }
    }

    /// How many characters a receipt may have.
    static let longest = 1_000
}
