import Access
import CaseRegister

/// What was asked of the ladder and not done, with what was typed, so that nothing is lost.
struct LadderAttempt: Equatable, Sendable {
    let problem: Problem
    let goal: String
    let rungs: [String]
    let reason: String

    enum Problem: Equatable, Sendable {
        /// A length cannot be read, is out of bounds, or a rung comes before the one below it.
        case timesWrong
        case reasonMissing
        case refused(NumberRefusal)
    }

    init(_ problem: Problem, _ form: FormFields) {
        func typed(_ field: String) -> String { String((form[field] ?? "").prefix(LadderField.longest)) }
        self.problem = problem
        goal = typed(LadderField.goal)
        rungs = Rung.allCases.map { typed(LadderField.rung($0)) }
        reason = form[LadderField.reason] ?? ""
    }
}

/// The names of the fields of the ladder.
enum LadderField {
    static let kind = "clase"
    static let id = "id"
    static let goal = "meta"
    static let reason = "motivo"

    static func rung(_ rung: Rung) -> String { "peldano-\(rung.rawValue)" }

    /// How many characters a length may have.
    static let longest = 12
}
