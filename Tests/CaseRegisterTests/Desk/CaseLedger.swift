import CaseRegister
import ReferralDomain

/// A journal and its lists in memory, which can lose an answer as a machine that stops does.
actor CaseLedger: CaseJournal, CaseLists {
    private(set) var histories: [CaseID: [RecordedEvent]] = [:]
    private var owed: [CaseID: [ObligationRow]] = [:]
    private var position: Int64 = 0
    private let rules: ProtocolRules
    /// What goes wrong with the next appends, the last one first.
    private var mishaps: [Mishap] = []

    init(rules: ProtocolRules) { self.rules = rules }

    enum Mishap {
        /// Nothing was written.
        case refused
        /// It was written, and whoever wrote it never learns so.
        case unheard
    }

    func plan(_ mishaps: [Mishap]) { self.mishaps = mishaps }

    /// Puts a told case in.
    func take(_ story: CaseStory) {
        histories[story.id] = story.history
        project(story.id)
    }

    func history(of id: CaseID) -> [RecordedEvent] { histories[id, default: []] }

    func caseID(of reference: CaseReference) -> CaseID? { nil }

    func append(
        _ events: [NewEvent], to id: CaseID, after expected: Int, stamp: Stamp
    ) throws(AppendFailure) -> Int {
        let mishap = mishaps.popLast()
        if case .refused = mishap { throw .fault(.locked) }
        let stands = histories[id, default: []].count
        guard stands == expected else { throw .overtaken(stands: stands) }
        write(events, to: id, stamp)
        if case .unheard = mishap { throw .fault(.locked) }
        return stands + events.count
    }

    /// Writes without looking at the version, as no keeper may.
    func force(_ event: CaseEvent, on id: CaseID, at instant: Instant) {
        write([NewEvent(event)], to: id, Stamp(actor: LadderKeeper.actor, instant: instant))
    }

    func rungsDue(at now: Instant, most: Int) -> [ObligationRow] {
        let due = owed.values.joined().filter { $0.obligation.nextRung.map { $0.at <= now } ?? false }
        return Array(due.sorted { isSooner($0, $1) }.prefix(most))
    }

    private func isSooner(_ one: ObligationRow, _ other: ObligationRow) -> Bool {
        guard let mine = one.obligation.nextRung?.at, let theirs = other.obligation.nextRung?.at else {
            return false
        }
        return mine == theirs ? one.caseID.text < other.caseID.text : mine < theirs
    }

    private func write(_ events: [NewEvent], to id: CaseID, _ stamp: Stamp) {
        for event in events {
            position += 1
            let version = histories[id, default: []].count + 1
            histories[id, default: []].append(
                RecordedEvent(position: position, caseID: id, version: version, event: event, stamp: stamp))
        }
        project(id)
    }

    private func project(_ id: CaseID) {
        let state = CaseState(after: histories[id, default: []])
        guard let reference = state.reference else { return }
        owed[id] = state.obligations(under: rules).map {
            ObligationRow(
                case: id, reference, version: state.version, municipality: nil, harm: state.harm,
                obligation: $0)
        }
    }

    // What the keeper of the ladder never asks.
    func queue(of municipality: String, from start: Int, most: Int) -> [QueueRow] { [] }
    func queueCount(of municipality: String, at now: Instant) -> QueueCount { QueueCount(open: 0, late: 0) }
    func inbox(of unit: UnitID, most: Int) -> [InboxRow] { [] }
    func obligations(of unit: UnitID, most: Int) -> [ObligationRow] { [] }
    func board(_ question: BoardQuestion) -> [ObligationRow] { [] }
    func boardByInstitution(at now: Instant) -> [InstitutionRow] { [] }
    func places(of municipality: String, at now: Instant) -> [PlaceRow] { [] }
    func reports(by actor: ActorID, most: Int) -> [QueueRow] { [] }
}
