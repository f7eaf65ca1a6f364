import CaseRegister
import ReferralDomain

/// What was handed over: who to whom, when, which cases, and where the journal ended.
struct HandoverSheet: Sendable {
    let from: ActorID
    let to: ActorID
    let at: Instant
    let lines: [Line]
    /// How many open cases are still the visitor's.
    let remaining: Int
    /// The end of the journal after the last case; nil where it cannot be read.
    let end: JournalAnchor?

    /// What became of one case.
    struct Line: Equatable, Sendable {
        let code: String
        let outcome: Outcome
    }

    /// What became of a case that was to be handed over.
    enum Outcome: CaseIterable, Sendable {
        case done
        /// Handed over, but something had happened in it since the page was shown.
        case changed
        /// Not handed over: it was closed, or is somebody else's by now.
        case notTheirs
        /// Not handed over: it could not be written down.
        case failed
    }

    /// The codes of one outcome.
    func codes(_ outcome: Outcome) -> [String] { lines.filter { $0.outcome == outcome }.map(\.code) }
}
