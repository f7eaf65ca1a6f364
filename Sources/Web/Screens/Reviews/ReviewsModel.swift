import CaseRegister
import Catalog
import ReferralDomain

/// The emergency accesses that nobody has reviewed yet: who opened which case, with whom, why and for how long.
struct ReviewsModel: Equatable, Sendable {
    let now: Instant
    /// The one that waits longest first.
    let rows: [Row]

    struct Row: Equatable, Sendable {
        let caseID: CaseID
        let reference: String
        let version: Int
        let by: String
        let unit: String
        let approvedBy: String
        /// The words of the coded reason.
        let reason: String
        let opened: Instant
        /// How long the case was open to them, in minutes.
        let minutes: Int
        let face: ClockFace
    }

    /// How long a review may take, in milliseconds (security design: within 24 hours).
    static let term: Int64 = 24 * 3_600_000

    init(_ cases: [(id: CaseID, state: CaseState)], at now: Instant, names: CatalogNames) {
        self.now = now
        rows = cases.flatMap { id, state in
            state.brokenGlass.filter { $0.reviewed == nil }.map {
                Row($0, of: state, id, at: now, names: names)
            }
        }.sorted { ($0.opened, $0.reference, $0.by) < ($1.opened, $1.reference, $1.by) }
    }
}

extension ReviewsModel.Row {
    init(
        _ glass: CaseState.BrokenGlass, of state: CaseState, _ id: CaseID, at now: Instant,
        names: CatalogNames
    ) {
        let opened = glass.opened.registered
        caseID = id
        reference = state.reference?.text ?? ""
        version = state.version
        by = glass.by.text
        unit = glass.unit.text
        approvedBy = glass.approvedBy.text
        reason = names.catalog.content.label(of: glass.reason, in: "glass-reasons") ?? glass.reason
        self.opened = opened
        minutes = Int((glass.until.millisecondsSinceEpoch - opened.millisecondsSinceEpoch) / 60_000)
        face = ClockFace(
            start: opened, due: opened.adding(milliseconds: ReviewsModel.term), now: now)
    }
}
