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
    /// - Parameter seen: the version that the actor saw; nil where the act does not hang on it.
    public func perform(
        _ act: CaseAct, on id: CaseID, seen: Int? = nil, declaredAt: Instant? = nil, by acting: Acting
    ) async throws(DeskFailure) -> CaseState {
        let now = clock()
        for _ in 0..<Self.tries {
            let state = try await load(id)
            let decision = Decision(state: state, id: id, by: acting, at: now, rules: rules())
            let outcome = decision.outcome(of: act, declaredAt: declaredAt)
            if outcome.events.isEmpty {
                if let refusal = outcome.refusal { throw .refused(refusal) }
                return state
            }
            // What was tried in vain is kept, however old the page was.
            let hangsOn = outcome.refusal == nil ? seen : nil
            if let hangsOn, hangsOn != state.version {
                throw .refused(.overtaken(seen: hangsOn, stands: state.version))
            }
            let new = outcome.events.map { NewEvent($0, declaredAt: declaredAt) }
            let stamp = Stamp(actor: acting.account, instant: now)
            guard try await append(new, to: id, after: state.version, stamp: stamp, seen: hangsOn) else {
                continue
            }
            if let refusal = outcome.refusal { throw .refused(refusal) }
            return try await load(id)
        }
        throw .fault(.locked)
    }

    /// Appends the events; false where another writer was first and the act does not hang on a version.
    private func append(
        _ events: [NewEvent], to id: CaseID, after version: Int, stamp: Stamp, seen: Int?
    ) async throws(DeskFailure) -> Bool {
        do {
            _ = try await journal.append(events, to: id, after: version, stamp: stamp)
            return true
        } catch {
            switch error {
            case .fault(let fault): throw .fault(fault)
            case .overtaken(let stands):
                guard let seen else { return false }
                throw .refused(.overtaken(seen: seen, stands: stands))
            }
        }
    }

    private func load(_ id: CaseID) async throws(DeskFailure) -> CaseState {
        do {
            return CaseState(after: try await journal.history(of: id))
        } catch { throw .fault(error) }
    }

    /// The id of no case: sixteen random bytes are never all zero.
    private static let never = try? CaseID(reading: String(repeating: "0", count: CaseID.digits))

    /// How often an act that hangs on no version is tried against other writers.
    private static let tries = 5
}

/// Why an act was not done.
public enum DeskFailure: Error, Hashable, Sendable {
    case refused(Refusal)
    case fault(JournalFault)
}
