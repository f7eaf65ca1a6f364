import CaseRegister
import ReferralDomain

/// What the lists must say, by looking at every case every time: slow, and easy to believe.
struct ListsModel {
    var cases: [CaseRows]

    func queue(of municipality: String, from start: Int, most: Int) -> [QueueRow] {
        let open = cases.filter { $0.standsIn == municipality && $0.queue.isOpen }
        let sorted = open.sorted { left, right in
            let (mine, theirs) = (left.queue, right.queue)
            return (rank(left), end(left), mine.opened, mine.id.text)
                < (rank(right), end(right), theirs.opened, theirs.id.text)
        }
        return sorted.dropFirst(start).prefix(most).map(\.queue)
    }

    func queueCount(of municipality: String, at now: Instant) -> QueueCount {
        let open = cases.filter { $0.standsIn == municipality && $0.queue.isOpen }
        return QueueCount(open: open.count, late: open.count { end($0) <= now })
    }

    func inbox(of unit: UnitID, now: Instant, most: Int) -> [InboxRow] {
        let mine = cases.flatMap(\.referrals).filter { $0.unit == unit }
        let open = mine.filter { $0.ended == nil }.map(\.inbox).sorted {
            ($0.due ?? .last, $0.sentAt, $0.caseID.text, $0.referral.text)
                < ($1.due ?? .last, $1.sentAt, $1.caseID.text, $1.referral.text)
        }
        let since = now.adding(milliseconds: -30 * 86_400_000)
        let ended = mine.filter { ($0.ended ?? .first) >= since }.sorted {
            ($1.ended ?? .first, $1.inbox.caseID.text, $1.inbox.referral.text)
                < ($0.ended ?? .first, $0.inbox.caseID.text, $0.inbox.referral.text)
        }
        return Array((open + ended.map(\.inbox)).prefix(most))
    }

    func obligations(of unit: UnitID, most: Int) -> [ObligationRow] {
        let mine = cases.flatMap(\.obligations).filter { $0.obligation.unit == unit }
        return Array(mine.sorted { key($0) < key($1) }.prefix(most))
    }

    func board(_ question: BoardQuestion) -> [ObligationRow] {
        let asked = cases.flatMap(\.obligations).filter { row in
            (question.institution == nil || question.institution == row.obligation.institution)
                && (question.harm == nil || question.harm == row.harm)
                && (!question.onlyGlass || row.obligation.kind == .glass)
                && (!question.onlyChildren || row.hasChild)
                && (!question.onlyLate || (row.obligation.end ?? .last) <= question.instant)
        }
        return Array(
            asked.sorted { ($0.harm, key($0)) < ($1.harm, key($1)) }.dropFirst(question.from).prefix(
                question.most))
    }

    func boardByInstitution(at now: Instant) -> [InstitutionRow] {
        let soon = now.adding(milliseconds: 86_400_000)
        let grouped = Dictionary(grouping: cases.flatMap(\.obligations), by: \.obligation.institution)
        return grouped.keys.sorted().map { institution in
            let rows = grouped[institution] ?? []
            let ends = rows.map { $0.obligation.end ?? .last }
            var line = InstitutionRow(
                institution: institution, open: ends.count, late: ends.count { $0 <= now },
                soon: ends.count { $0 > now && $0 <= soon })
            line.lateOfChildren = rows.count { $0.hasChild && ($0.obligation.end ?? .last) <= now }
            line.acknowledgement = middle(of: institution, at: now)
            return line
        }
    }

    /// The middle of the newest hundred of ninety days, said another way: half lies below it, half above.
    private func middle(of institution: String, at now: Instant) -> Int64? {
        let since = now.adding(milliseconds: -90 * 86_400_000)
        let counted = cases.flatMap(\.referrals).filter { row in
            row.institution == institution && row.acknowledged.map { $0.at > since && $0.at <= now } ?? false
        }
        let newest = counted.sorted { left, right in
            (right.acknowledged?.at ?? .first, right.inbox.caseID.text, right.inbox.referral.text)
                < (left.acknowledged?.at ?? .first, left.inbox.caseID.text, left.inbox.referral.text)
        }
        var waits = newest.prefix(100).compactMap(\.acknowledged?.waited).sorted()
        guard waits.count >= 5 else { return nil }
        while waits.count > 2 { waits = Array(waits.dropFirst().dropLast()) }
        return waits.reduce(0, +) / Int64(waits.count)
    }

    /// What owes something stands above what owes nothing, and then by harm.
    private func rank(_ rows: CaseRows) -> Int { rows.queue.harm + (rows.obligations.isEmpty ? 100 : 0) }

    func rungsDue(at now: Instant, most: Int) -> [ObligationRow] {
        func at(_ row: ObligationRow) -> Instant { row.obligation.nextRung?.at ?? .last }
        let due = cases.flatMap(\.obligations).filter { at($0) <= now }
        let sorted = due.sorted {
            (at($0), $0.caseID.text, $0.obligation.id) < (at($1), $1.caseID.text, $1.obligation.id)
        }
        return Array(sorted.prefix(most))
    }

    func places(of municipality: String, at now: Instant) -> [PlaceRow] {
        PlaceWeight.rows(of: cases.filter { $0.standsIn == municipality }.compactMap(\.place), at: now)
    }

    func reports(by actor: ActorID, most: Int) -> [QueueRow] {
        let mine = cases.filter { $0.reporter == actor }.map(\.queue)
        return Array(mine.sorted { ($1.opened, $1.id.text) < ($0.opened, $0.id.text) }.prefix(most))
    }

    private func end(_ rows: CaseRows) -> Instant {
        rows.obligations.compactMap(\.obligation.end).min() ?? .last
    }

    private func key(_ row: ObligationRow) -> Key {
        Key(end: row.obligation.end ?? .last, caseID: row.caseID.text, id: row.obligation.id)
    }

    private struct Key: Comparable {
        let end: Instant
        let caseID: String
        let id: String

        static func < (left: Key, right: Key) -> Bool {
            (left.end, left.caseID, left.id) < (right.end, right.caseID, right.id)
        }
    }
}

extension Instant {
    fileprivate static let first = Instant(millisecondsSinceEpoch: .min)
    fileprivate static let last = Instant(millisecondsSinceEpoch: .max)
}
