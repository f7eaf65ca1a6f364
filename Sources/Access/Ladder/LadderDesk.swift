public import CaseRegister
public import ReferralDomain

/// Where our own times are changed: one person proposes, a second one approves, and only then are they in force.
public struct LadderDesk: Sendable {
    private let book: any LadderBook
    private let clock: @Sendable () -> Instant

    public init(book: any LadderBook, clock: @escaping @Sendable () -> Instant) {
        self.book = book
        self.clock = clock
    }

    /// Proposes times, or the way back to those of the catalogue.
    ///
    /// - Parameter place: the kind, and its version that the page showed.
    public func propose(
        _ id: RecordID<LadderChange>, at place: (kind: Obligation.Kind, seen: Int),
        to times: LadderChange.Times?, because reason: LadderChange.Reason, by visitor: Visitor
    ) async throws(NumberRefusal) {
        let stamp = try stamp(visitor)
        let change = LadderChange(
            id, of: place.kind, version: place.seen + 1, to: times, because: reason, made: stamp)
        do {
            guard try await book.propose(change) else { throw NumberRefusal.overtaken }
        } catch {
            throw NumberRefusal(error)
        }
    }

    /// Puts a proposal in force, as a second person.
    public func approve(_ id: RecordID<LadderChange>, by visitor: Visitor) async throws(NumberRefusal) {
        let stamp = try stamp(visitor)
        do {
            guard let change = try await book.changes().first(where: { $0.id == id }) else {
                throw NumberRefusal.overtaken
            }
            guard change.made.actor != visitor.acting.account else { throw NumberRefusal.samePerson }
            guard try await book.approve(id, stamp) else { throw NumberRefusal.overtaken }
        } catch {
            throw NumberRefusal(error)
        }
    }

    private func stamp(_ visitor: Visitor) throws(NumberRefusal) -> Stamp {
        let now = clock()
        guard [.administrator, .coordinator].contains(visitor.acting.role) else { throw .notYours }
        guard let fresh = visitor.steppedUpUntil, fresh > now else { throw .secondFactorOld }
        return Stamp(actor: visitor.acting.account, instant: now)
    }
}
