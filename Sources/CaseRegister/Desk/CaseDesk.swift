public import ReferralDomain

/// Where every act on a case passes: load, may it be seen, decide, append.
///
/// It never says more to somebody who may not know a case than that there is none.
public struct CaseDesk: Sendable {
    private let journal: any CaseJournal
    private let rules: @Sendable () -> ProtocolRules
    private let clock: @Sendable () -> Instant

    /// - Parameter rules: the catalogue in force, read anew for every act.
    public init(
        journal: any CaseJournal, rules: @escaping @Sendable () -> ProtocolRules,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.journal = journal
        self.rules = rules
        self.clock = clock
    }

    /// The case as it stands, for somebody who may see it.
    ///
    /// - Throws: `.refused(.unknown)` where there is no such case or the actor may not know of it.
    public func open(_ id: CaseID, as acting: Acting) async throws(DeskFailure) -> CaseState {
        let state = try await load(id)
        let relation = CaseRelation(of: acting, to: state, at: clock(), under: rules())
        guard relation != .none else { throw .refused(.unknown) }
        return state
    }

    /// The case of a reference, for somebody who may see it.
    public func open(
        _ reference: CaseReference, as acting: Acting
    ) async throws(DeskFailure) -> (id: CaseID, state: CaseState) {
        let found: CaseID?
        do { found = try await journal.caseID(of: reference) } catch { throw .fault(error) }
        guard let id = found else {
            // What is nowhere takes as many reads as what is somebody else's.
            if let never = Self.never { _ = try await load(never) }
            throw .refused(.unknown)
        }
        return (id, try await open(id, as: acting))
    }

    /// Does what is asked, or says why not; the same act again changes nothing and succeeds.
    ///
    /// An act that is refused and recorded throws its refusal once the record is safe.
    ///
    /// - Parameter seen: the version that the actor saw; nil where the act does not hang on it. A rung that the ladder
    ///   climbed since overtakes nobody: it changes nothing that was seen, and must not cost the actor a second.
    public func perform(
        _ act: CaseAct, on id: CaseID, seen: Int? = nil, declaredAt: Instant? = nil, by acting: Acting
    ) async throws(DeskFailure) -> CaseState {
        let now = clock()
        for _ in 0..<Self.tries {
            let history = try await history(of: id)
            let state = CaseState(after: history)
            let decision = Decision(state: state, id: id, by: acting, at: now, rules: rules())
            let outcome = decision.outcome(of: act, declaredAt: declaredAt)
            if outcome.events.isEmpty {
                if let refusal = outcome.refusal { throw .refused(refusal) }
                return state
            }
            // What was tried in vain is kept, however old the page was.
            if let seen, outcome.refusal == nil, Self.isOvertaken(seen, by: history) {
                throw .refused(.overtaken(seen: seen, stands: state.version))
            }
            let new = outcome.events.map { NewEvent($0, declaredAt: declaredAt) }
            let stamp = Stamp(actor: acting.account, instant: now)
            guard try await append(new, to: id, after: state.version, stamp: stamp) else { continue }
            if let refusal = outcome.refusal { throw .refused(refusal) }
            return try await load(id)
        }
        throw .fault(.locked)
    }

    /// Whether somebody did something after a version, or the version is none that there was.
    private static func isOvertaken(_ seen: Int, by history: [RecordedEvent]) -> Bool {
        guard seen <= history.count else { return true }
        return history.contains { $0.version > seen && !$0.event.isClimb }
    }

    /// Appends the events; false where another writer was first, so that all must be looked at again.
    private func append(
        _ events: [NewEvent], to id: CaseID, after version: Int, stamp: Stamp
    ) async throws(DeskFailure) -> Bool {
        do {
            _ = try await journal.append(events, to: id, after: version, stamp: stamp)
            return true
        } catch {
            switch error {
            case .fault(let fault): throw .fault(fault)
            case .overtaken: return false
            }
        }
    }

    private func load(_ id: CaseID) async throws(DeskFailure) -> CaseState {
        CaseState(after: try await history(of: id))
    }

    private func history(of id: CaseID) async throws(DeskFailure) -> [RecordedEvent] {
        do { return try await journal.history(of: id) } catch { throw .fault(error) }
    }

    /// The id of no case: sixteen random bytes are never all zero.
    private static let never = try? CaseID(reading: String(repeating: "0", count: CaseID.digits))

    /// How often an act is tried against other writers.
    private static let tries = 5
}

extension CaseEvent {
    /// Whether it is a rung that the ladder climbed by itself.
    fileprivate var isClimb: Bool {
        if case .file(.ladderClimbed) = self { true } else { false }
    }
}

/// Why an act was not done.
public enum DeskFailure: Error, Hashable, Sendable {
    case refused(Refusal)
    case fault(JournalFault)
}
