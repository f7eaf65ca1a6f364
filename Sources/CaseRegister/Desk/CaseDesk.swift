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
        guard state.version > 0, CaseRelation(of: acting, to: state) != .none else {
            throw .refused(.unknown)
        }
        return state
    }

    /// The case of a reference, for somebody who may see it.
    public func open(
        _ reference: CaseReference, as acting: Acting
    ) async throws(DeskFailure) -> (id: CaseID, state: CaseState) {
        let found: CaseID?
        do { found = try await journal.caseID(of: reference) } catch { throw .fault(error) }
        guard let id = found else { throw .refused(.unknown) }
        return (id, try await open(id, as: acting))
    }

    /// Does what is asked, or says why not; the same act again changes nothing and succeeds.
    ///
    /// - Parameter seen: the version that the actor saw; nil where the act does not hang on it.
    public func perform(
        _ act: CaseAct, on id: CaseID, seen: Int? = nil, declaredAt: Instant? = nil, by acting: Acting
    ) async throws(DeskFailure) -> CaseState {
        let now = clock()
        for _ in 0..<Self.tries {
            let state = try await open(id, as: acting)
            let decision = Decision(state: state, id: id, by: acting, at: now, rules: rules())
            let events: [CaseEvent]
            do {
                try decision.check(declaredAt: declaredAt)
                events = try decision.events(for: act)
            } catch { throw .refused(error) }
            if events.isEmpty { return state }
            if let seen, seen != state.version {
                throw .refused(.overtaken(seen: seen, stands: state.version))
            }
            let new = events.map { NewEvent($0, declaredAt: declaredAt) }
            let stamp = Stamp(actor: acting.account, instant: now)
            do {
                _ = try await journal.append(new, to: id, after: state.version, stamp: stamp)
            } catch {
                switch error {
                case .fault(let fault): throw .fault(fault)
                case .overtaken(let stands):
                    if let seen { throw .refused(.overtaken(seen: seen, stands: stands)) }
                    continue
                }
            }
            return try await load(id)
        }
        throw .fault(.locked)
    }

    private func load(_ id: CaseID) async throws(DeskFailure) -> CaseState {
        do {
            return CaseState(after: try await journal.history(of: id))
        } catch { throw .fault(error) }
    }

    /// How often an act that hangs on no version is tried against other writers.
    private static let tries = 5
}

/// Why an act was not done.
public enum DeskFailure: Error, Hashable, Sendable {
    case refused(Refusal)
    case fault(JournalFault)
}
