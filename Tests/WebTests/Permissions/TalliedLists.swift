import CaseRegister
import ReferralDomain

/// Lists that are counted.
struct TalliedLists: CaseLists {
    let lists: any CaseLists
    let tally: PortTally

    func queue(of municipality: String, from start: Int, most: Int) async throws(JournalFault) -> [QueueRow] {
        tally.note("queue")
        return try await lists.queue(of: municipality, from: start, most: most)
    }

    func queueCount(of municipality: String, at now: Instant) async throws(JournalFault) -> QueueCount {
        tally.note("queueCount")
        return try await lists.queueCount(of: municipality, at: now)
    }

    func inbox(of unit: UnitID, most: Int) async throws(JournalFault) -> [InboxRow] {
        tally.note("inbox")
        return try await lists.inbox(of: unit, most: most)
    }

    func obligations(of unit: UnitID, most: Int) async throws(JournalFault) -> [ObligationRow] {
        tally.note("obligations")
        return try await lists.obligations(of: unit, most: most)
    }

    func board(_ question: BoardQuestion) async throws(JournalFault) -> [ObligationRow] {
        tally.note("board")
        return try await lists.board(question)
    }

    func boardByInstitution(at now: Instant) async throws(JournalFault) -> [InstitutionRow] {
        tally.note("boardByInstitution")
        return try await lists.boardByInstitution(at: now)
    }

    func rungsDue(at now: Instant, most: Int) async throws(JournalFault) -> [ObligationRow] {
        tally.note("rungsDue")
        return try await lists.rungsDue(at: now, most: most)
    }

    func places(of municipality: String, at now: Instant) async throws(JournalFault) -> [PlaceRow] {
        tally.note("places")
        return try await lists.places(of: municipality, at: now)
    }

    func reports(by actor: ActorID, most: Int) async throws(JournalFault) -> [QueueRow] {
        tally.note("reports")
        return try await lists.reports(by: actor, most: most)
    }
}
