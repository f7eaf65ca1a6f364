import CaseRegister
import ReferralDomain

/// Cases in memory: the journal and every list. A case is folded once until it changes.
actor TownCases: CaseJournal, CaseLists {
    private var histories: [CaseID: [RecordedEvent]] = [:]
    private var folded: [CaseID: Folded] = [:]
    private var position: Int64 = 0
    private var fault: JournalFault?
    private let rules: ProtocolRules

    /// What the events of a case come to.
    fileprivate struct Folded {
        let state: CaseState
        let rows: CaseRows?
    }

    /// Everything as it stood at one moment, to come back to.
    struct Snapshot: Sendable {
        fileprivate var histories: [CaseID: [RecordedEvent]]
        fileprivate var folded: [CaseID: Folded]
        /// The last position of the journal.
        let position: Int64

        /// The same journal in which only these cases were ever reported.
        func only(_ isKept: (CaseState) -> Bool) -> Snapshot {
            var kept = self
            kept.folded = folded.filter { isKept($0.value.state) }
            kept.histories = histories.filter { kept.folded[$0.key] != nil }
            return kept
        }

        /// The same journal with these cases as they stand in another one of the same events.
        func taking(from other: Snapshot, _ isTaken: (CaseState) -> Bool) -> Snapshot {
            var merged = self
            for (id, fold) in folded where isTaken(fold.state) {
                merged.folded[id] = other.folded[id]
                merged.histories[id] = other.histories[id]
            }
            return merged
        }

        /// The case as it stood then; nothing has happened in one that was not reported.
        func state(of id: CaseID) -> CaseState { folded[id]?.state ?? CaseState() }
    }

    init(rules: ProtocolRules) { self.rules = rules }

    /// Fails every append from now on; nil lets them through again.
    func fail(with fault: JournalFault?) { self.fault = fault }

    /// The last position of the journal.
    var end: Int64 { position }

    /// Everything as it stands.
    func snapshot() -> Snapshot {
        for id in histories.keys { _ = fold(id) }
        return Snapshot(histories: histories, folded: folded, position: position)
    }

    /// Makes it as if nothing had happened since.
    func restore(_ snapshot: Snapshot) {
        histories = snapshot.histories
        folded = snapshot.folded
        position = snapshot.position
    }

    func history(of id: CaseID) -> [RecordedEvent] { histories[id, default: []] }

    func caseID(of reference: CaseReference) -> CaseID? {
        histories.keys.first { fold($0).state.reference == reference }
    }

    func append(
        _ events: [NewEvent], to id: CaseID, after expected: Int, stamp: Stamp
    ) throws(AppendFailure) -> Int {
        if let fault { throw .fault(fault) }
        let stands = histories[id, default: []].count
        guard stands == expected else { throw .overtaken(stands: stands) }
        folded[id] = nil
        for event in events {
            position += 1
            histories[id, default: []].append(
                RecordedEvent(
                    position: position, caseID: id, version: histories[id, default: []].count + 1,
                    event: event, stamp: stamp))
        }
        return stands + events.count
    }

    private func fold(_ id: CaseID) -> Folded {
        if let known = folded[id] { return known }
        let state = CaseState(after: histories[id, default: []])
        let made = Folded(state: state, rows: state.rows(of: id, under: rules))
        folded[id] = made
        return made
    }

    func queue(of municipality: String, from start: Int, most: Int) -> [QueueRow] {
        let rows = rows.filter { $0.queue.isOpen && $0.standsIn == municipality }.map(\.queue)
        return Array(
            rows.sorted { ($0.rank, $0.opened) < ($1.rank, $1.opened) }.dropFirst(start).prefix(most))
    }

    func queueCount(of municipality: String, at now: Instant) -> QueueCount {
        let rows = queue(of: municipality, from: 0, most: .max)
        return QueueCount(open: rows.count, late: rows.count { $0.next?.due.map { $0 <= now } ?? false })
    }

    func inbox(of unit: UnitID, most: Int) -> [InboxRow] {
        Array(rows.flatMap(\.referrals).filter { $0.unit == unit }.map(\.inbox).prefix(most))
    }

    func obligations(of unit: UnitID, most: Int) -> [ObligationRow] {
        Array(owed.filter { $0.obligation.unit == unit }.prefix(most))
    }

    func board(_ question: BoardQuestion) -> [ObligationRow] {
        let rows = owed.filter { row in
            (question.institution ?? row.obligation.institution) == row.obligation.institution
                && (!question.onlyLate || Self.isLate(row, question.instant))
                && (question.harm ?? row.harm) == row.harm
                && (!question.onlyChildren || row.hasChild)
                && (!question.onlyGlass || row.obligation.kind == .glass)
        }
        return Array(rows.sorted { $0.harm < $1.harm }.dropFirst(question.from).prefix(question.most))
    }

    func boardByInstitution(at now: Instant) -> [InstitutionRow] {
        Dictionary(grouping: owed, by: \.obligation.institution).map { institution, rows in
            var line = InstitutionRow(
                institution: institution, open: rows.count, late: rows.count { Self.isLate($0, now) },
                soon: rows.count {
                    !Self.isLate($0, now) && Self.isLate($0, now.adding(milliseconds: 86_400_000))
                })
            line.lateOfChildren = rows.count { $0.hasChild && Self.isLate($0, now) }
            line.acknowledgement = AcknowledgementTime.middle(of: waits(of: institution))
            return line
        }.sorted { $0.institution < $1.institution }
    }

    func rungsDue(at now: Instant, most: Int) -> [ObligationRow] {
        Array(owed.filter { $0.obligation.nextRung.map { $0.at <= now } ?? false }.prefix(most))
    }

    func places(of municipality: String, at now: Instant) -> [PlaceRow] {
        PlaceWeight.rows(of: rows.filter { $0.standsIn == municipality }.compactMap(\.place), at: now)
    }

    func reports(by actor: ActorID, most: Int) -> [QueueRow] {
        Array(rows.filter { $0.reporter == actor }.map(\.queue).prefix(most))
    }

    private func waits(of institution: String) -> [Int64] {
        rows.flatMap(\.referrals).filter { $0.institution == institution }.compactMap(\.acknowledged?.waited)
    }

    private static func isLate(_ row: ObligationRow, _ now: Instant) -> Bool {
        row.obligation.due.map { $0 <= now } ?? false
    }

    private var owed: [ObligationRow] {
        let rows = rows.flatMap(\.obligations)
        return rows.sorted { ($0.obligation.due?.sortable ?? .max) < ($1.obligation.due?.sortable ?? .max) }
    }

    private var rows: [CaseRows] {
        histories.keys.sorted { $0.text < $1.text }.compactMap { fold($0).rows }
    }
}

extension Instant {
    fileprivate var sortable: Int64 { millisecondsSinceEpoch }
}
