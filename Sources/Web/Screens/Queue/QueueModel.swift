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
    /// From 1 on.
    let page: Int
    /// Whether cases that can wait longer stand on another page.
    let hasMore: Bool
    /// The cases of which some message reached nobody.
    var unreached: Set<CaseID> = []
    /// Whether no message can leave this house, so that everybody must be called.
    var hasNoMessages = false

    /// How many rows a page shows: more than one desk can follow, few enough for a telephone.
    static let rows = 50
    /// The name of the field that asks for a page.
    static let pageField = "pagina"
    private static let mostPages = 100

    /// The page that an address asks for; the first, where what it says is no page.
    static func page(_ asked: Substring?) -> Int {
        asked.flatMap { Int($0) }.map { min(max($0, 1), mostPages) } ?? 1
    }

    /// The state of one row: danger before everything, then its clock.
    func mark(_ row: QueueRow) -> StateMark {
        if row.harm == 0 { return StateMark(.danger) }
        guard let next = row.next else { return StateMark(.ok) }
        return StateMark(ClockFace(next, now: now).state)
    }
}
