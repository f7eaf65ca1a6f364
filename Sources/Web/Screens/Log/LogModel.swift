import Access
import CaseRegister
import ReferralDomain

/// The auditor's log: who did what and when, in ids and codes, and whether the chains hold.
struct LogModel: Equatable, Sendable {
    let filter: LogFilter
    /// The end of the journal, and that of the leaves; nil while the book is empty.
    let end: JournalAnchor?
    let check: Check
    let rows: [Row]
    /// The position where the page of older rows begins; nil where there are none.
    let older: Int64?

    /// Whether the whole chain was read just now, and what came of it.
    enum Check: Equatable, Sendable {
        case notAsked
        case whole
        case broken(at: Int64)
    }

    /// One leaf or one act, in ids and codes.
    struct Row: Equatable, Sendable {
        let position: Int64
        let at: Instant
        let actor: String
        /// Empty in the journal, whose acts name accounts only.
        let unit: String
        let act: String
        /// Ids of what it was done to, shortened.
        let objects: [String]
        let reason: String?
        let hash: String
    }

    init(_ rows: [Row], filter: LogFilter, end: JournalAnchor?, check: Check) {
        self.filter = filter
        self.end = end
        self.check = check
        self.rows = Array(rows.prefix(LogFilter.rows))
        older = rows.count > LogFilter.rows ? rows[LogFilter.rows - 1].position - 1 : nil
    }
}

extension LogModel.Row {
    init(_ act: TrailAct) {
        position = act.position
        at = act.instant
        actor = act.actor
        unit = ""
        self.act = act.name
        objects = [act.caseID]
        reason = act.reason
        hash = act.hash
    }

    init(_ leaf: AuditLeaf) {
        position = leaf.position
        at = leaf.entry.instant
        actor = leaf.entry.actor.text
        unit = leaf.entry.unit.text
        act = leaf.entry.action
        objects = leaf.entry.objects
        reason = leaf.entry.reason
        hash = leaf.hash
    }
}
