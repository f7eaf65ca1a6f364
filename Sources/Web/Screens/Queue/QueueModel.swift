import CaseRegister
import Catalog
import ReferralDomain

/// The queue of one control centre: what owes something first, by harm and the nearest clock, and the case that is open.
struct QueueModel: Sendable {
    let rows: [QueueRow]
    let count: QueueCount
    /// The case that was chosen; the worst one where none was.
    let selected: CaseScene?
    let now: Instant

    /// How many rows a page shows.
    static let most = 100

    /// The state of one row: danger before everything, then its clock.
    func mark(_ row: QueueRow) -> StateMark {
        if row.harm == 0 { return StateMark(.danger) }
        guard let next = row.next else { return StateMark(.ok) }
        return StateMark(ClockFace(next, now: now).state)
    }
}
