import CaseRegister
import ReferralDomain

/// Lists with one leak, for the proof that the matrix finds it.
struct LeakyLists: CaseLists {
    let cases: TownCases
    let leak: Leak

    enum Leak {
        /// Every unit gets the inbox of every other.
        case inbox
        /// The queue counts the cases of all municipalities; none of them is shown.
        case count
    }

    private static let municipalities = Set(StaffMember.everybody.compactMap(\.acting.municipality))

    func inbox(of unit: UnitID, most: Int) async -> [InboxRow] {
        var rows: [InboxRow] = []
        for unit in leak == .inbox ? Set(StaffMember.everybody.map(\.acting.unit)) : [unit] {
            rows += await cases.inbox(of: unit, most: most)
        }
        return rows
    }

    func queueCount(of municipality: String, at now: Instant) async -> QueueCount {
        var (open, late) = (0, 0)
        for municipality in leak == .count ? Self.municipalities : [municipality] {
            let count = await cases.queueCount(of: municipality, at: now)
            open += count.open
            late += count.late
        }
        return QueueCount(open: open, late: late)
    }

    func queue(of municipality: String, from start: Int, most: Int) async -> [QueueRow] {
        await cases.queue(of: municipality, from: start, most: most)
    }

    func obligations(of unit: UnitID, most: Int) async -> [ObligationRow] {
        await cases.obligations(of: unit, most: most)
    }

    func board(_ question: BoardQuestion) async -> [ObligationRow] { await cases.board(question) }

    func boardByInstitution(at now: Instant) async -> [InstitutionRow] {
        await cases.boardByInstitution(at: now)
    }

    func rungsDue(at now: Instant, most: Int) async -> [ObligationRow] {
        await cases.rungsDue(at: now, most: most)
    }

    func places(of municipality: String, at now: Instant) async -> [PlaceRow] {
        await cases.places(of: municipality, at: now)
    }

    func reports(by actor: ActorID, most: Int) async -> [QueueRow] {
        await cases.reports(by: actor, most: most)
    }
}
