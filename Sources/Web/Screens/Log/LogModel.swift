import CaseRegister
import ReferralDomain

/// The auditor's log: who did what and when, in ids and codes, and whether the chain holds.
struct LogModel: Equatable, Sendable {
    let filter: LogFilter
    /// The end of the journal; nil while it is empty.
    let end: JournalAnchor?
    let check: Check
    let acts: [TrailAct]
    let hasMore: Bool

    /// Whether the whole chain was read just now, and what came of it.
    enum Check: Equatable, Sendable {
        case notAsked
        case whole
        case broken(at: Int64)
    }

    init(_ acts: [TrailAct], filter: LogFilter, end: JournalAnchor?, check: Check) {
        self.filter = filter
        self.end = end
        self.check = check
        hasMore = acts.count > LogFilter.rows
        self.acts = Array(acts.prefix(LogFilter.rows))
    }

    /// The position where the page of older acts begins; nil where there are none.
    var older: Int64? { hasMore ? acts.last.map { $0.position - 1 } : nil }
}
