import Access

/// The page of entering. What was typed comes back, but never a secret.
struct EnterModel: Equatable, Sendable {
    var account = ""
    var isShared = false
    var problem: Problem?
    /// A form that waits for the entry.
    var carried: CarriedForm?

    enum Problem: Equatable, Sendable {
        case refused
        case wait(seconds: Int)
        case busy
        /// The session ended while somebody was writing.
        case ended
        case unreachable
    }

    init(account: String = "", isShared: Bool = false, problem: Problem? = nil, carried: CarriedForm? = nil) {
        self.account = String(account.prefix(20))
        self.isShared = isShared
        self.problem = problem
        self.carried = carried
    }
}

extension EnterModel.Problem {
    /// What a refusal says on the page.
    init(_ refusal: EntryRefusal) {
        switch refusal {
        case .refused: self = .refused
        case .wait(let seconds): self = .wait(seconds: seconds)
        case .busy: self = .busy
        case .fault: self = .unreachable
        }
    }
}
