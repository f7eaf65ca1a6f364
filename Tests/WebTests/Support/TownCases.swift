import CaseRegister
import ReferralDomain

/// Cases in memory: the journal and every list, folded anew at each question. Small and slow, for tests.
actor TownCases: CaseJournal, CaseLists {
    private var histories: [CaseID: [RecordedEvent]] = [:]
    private var position: Int64 = 0
    private var fault: JournalFault?
    private let rules: ProtocolRules

    init(rules: ProtocolRules) { self.rules = rules }

    /// Fails every append from now on; nil lets them through again.
    func fail(with fault: JournalFault?) { self.fault = fault }

    /// Everything as it stands, to come back to.
    func snapshot() -> [CaseID: [RecordedEvent]] { histories }

    /// Makes it as if nothing had happened since.
    func restore(_ snapshot: [CaseID: [RecordedEvent]]) { histories = snapshot }

    func history(of id: CaseID) -> [RecordedEvent] { histories[id, default: []] }

    func caseID(of reference: CaseReference) -> CaseID? {
        histories.first { CaseState(after: $0.value).reference == reference }?.key
    }

    func append(
        _ events: [NewEvent], to id: CaseID, after expected: Int, stamp: Stamp
    ) throws(AppendFailure) -> Int {
        if let fault { throw .fault(fault) }
        let stands = histories[id, default: []].count
        guard stands == expected else { throw .overtaken(stands: stands) }
        for event in events {
            position += 1
            histories[id, default: []].append(
                RecordedEvent(
                    position: position, caseID: id, version: histories[id, default: []].count + 1,
                    event: event, stamp: stamp))
        }
        return stands + events.count
    }

    func queue(of municipality: String, from start: Int, most: Int) -> [QueueRow] {
        let rows = rows.filter { $0.queue.isOpen && $0.standsIn == municipality }.map(\.queue)
        return Array(
            rows.sorted { ($0.harm, $0.opened) < ($1.harm, $1.opened) }.dropFirst(start).prefix(most))
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
                && (!question.onlyGlass || row.obligation.kind == .glass)
        }
        return Array(rows.sorted { $0.harm < $1.harm }.dropFirst(question.from).prefix(question.most))
    }

    func boardByInstitution(at now: Instant) -> [InstitutionRow] {
        Dictionary(grouping: owed, by: \.obligation.institution).map { institution, rows in
            InstitutionRow(
                institution: institution, open: rows.count, late: rows.count { Self.isLate($0, now) },
                soon: rows.count {
                    !Self.isLate($0, now) && Self.isLate($0, now.adding(milliseconds: 86_400_000))
                })
        }.sorted { $0.institution < $1.institution }
    }

    func rungsDue(at now: Instant, most: Int) -> [ObligationRow] {
        Array(owed.filter { $0.obligation.nextRung.map { $0.at <= now } ?? false }.prefix(most))
    }

    func places(of municipality: String, at now: Instant) -> [PlaceRow] { [] }

    func reports(by actor: ActorID, most: Int) -> [QueueRow] {
        Array(rows.filter { $0.reporter == actor }.map(\.queue).prefix(most))
    }

    private static func isLate(_ row: ObligationRow, _ now: Instant) -> Bool {
        row.obligation.due.map { $0 <= now } ?? false
    }

    private var owed: [ObligationRow] {
        let rows = rows.flatMap(\.obligations)
        return rows.sorted { ($0.obligation.due?.sortable ?? .max) < ($1.obligation.due?.sortable ?? .max) }
    }

    private var rows: [CaseRows] {
        histories.sorted { $0.key.text < $1.key.text }.compactMap {
            CaseState(after: $0.value).rows(of: $0.key, under: rules)
        }
    }
}

extension Instant {
    fileprivate var sortable: Int64 { millisecondsSinceEpoch }
}
