import Access
import CaseRegister
import ReferralDomain

/// The open cases that a visitor answers for.
struct HandoverShift: Sendable {
    let room: StaffRoom

    /// Every open case of the visitor, the nearest danger first; none for a visitor without a municipality.
    ///
    /// - Throws: `WebFault.broken` where the register cannot be read.
    func cases(of visitor: Visitor) async throws -> [HandoverCase] {
        do {
            var ids: Set<CaseID> = []
            for queue in Territory.queues(of: visitor.acting, under: room.ports.rules()) {
                ids.formUnion(try await self.ids(of: visitor.acting.account, in: queue))
            }
            var found: [HandoverCase] = []
            for id in ids {
                let state = CaseState(after: try await room.ports.journal.history(of: id))
                guard state.owner == visitor.acting.account, state.isOpen else { continue }
                found.append(HandoverCase(id, state, at: room.clock(), under: room.ports.rules()))
            }
            return found.sorted { ($0.group.rawValue, $0.reference) < ($1.group.rawValue, $1.reference) }
        } catch { throw WebFault.broken }
    }

    /// Read page by page; a case that moves between two pages is still read once.
    private func ids(of owner: ActorID, in queue: String) async throws(JournalFault) -> Set<CaseID> {
        var ids: Set<CaseID> = []
        var start = 0
        while true {
            let rows = try await room.ports.lists.queue(of: queue, from: start, most: Self.page)
            ids.formUnion(rows.filter { $0.owner == owner }.map(\.id))
            guard rows.count == Self.page else { return ids }
            // The pages overlap, so that a case that moves up by some rows is not missed.
            start += Self.page - Self.overlap
        }
    }

    private static let page = 100
    private static let overlap = 20
}
