public import ReferralDomain

/// Climbs the ladder of every duty that nobody has answered, each rung once, whatever restarts.
///
/// It remembers nothing: what was climbed stands in the journal, and what is due is computed from the case anew just
/// before it is written, at the version that was read. Two keepers, a restart or a clock that jumps therefore never
/// climb a rung twice. Rungs that fell due while nobody kept watch are recorded together, in their order.
public struct LadderKeeper: Sendable {
    /// Who climbs, in the journal: the ladder itself, never an account.
    public static let actor = ActorID.ladder

    private let journal: any CaseJournal
    private let lists: any CaseLists
    private let rules: @Sendable () -> ProtocolRules
    private let clock: @Sendable () -> Instant

    /// - Parameter rules: the catalogue in force, read anew for every sweep.
    public init(
        journal: any CaseJournal, lists: any CaseLists, rules: @escaping @Sendable () -> ProtocolRules,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.journal = journal
        self.lists = lists
        self.rules = rules
        self.clock = clock
    }

    /// Climbs every rung that is due now in the cases that wait longest, and returns how many.
    ///
    /// A case that another writer changed meanwhile, or that cannot be read, is left for the next sweep and does not
    /// keep the others waiting: where a whole sweep moves nothing, the next asks for more.
    ///
    /// - Parameter most: how many obligations to look at, at least.
    /// - Throws: a fault of the journal that concerns more than one case.
    public func sweep(most: Int) async throws(JournalFault) -> Int {
        let now = clock()
        let rules = rules()
        var asked = max(1, most)
        var seen: Set<CaseID> = []
        while true {
            let rows = try await lists.rungsDue(at: now, most: asked)
            var climbed = 0
            for row in rows where seen.insert(row.caseID).inserted {
                climbed += try await climb(row.caseID, at: now, under: rules)
            }
            if climbed > 0 || rows.count < asked || asked >= Self.widest { return climbed }
            asked = min(asked * 4, Self.widest)
        }
    }

    private func climb(_ id: CaseID, at now: Instant, under rules: ProtocolRules) async throws(JournalFault)
        -> Int
    {
        let history: [RecordedEvent]
        do {
            history = try await journal.history(of: id)
        } catch {
            if error == .damaged { return 0 }
            throw error
        }
        let state = CaseState(after: history)
        let stamp = Stamp(actor: Self.actor, instant: now)
        let events = Self.climbs(of: state, at: now, under: rules)
        if events.isEmpty { return 0 }
        do {
            _ = try await journal.append(
                events.map { NewEvent($0) }, to: id, after: state.version, stamp: stamp)
            return events.count
        } catch {
            switch error {
            case .overtaken: return 0
            case .fault(let fault): throw fault
            }
        }
    }

    /// The rungs of a case that are due at a moment, each one after the one below it.
    static func climbs(of state: CaseState, at now: Instant, under rules: ProtocolRules) -> [CaseEvent] {
        var state = state
        var events: [CaseEvent] = []
        let moment = Moment(registered: now, actor: actor)
        for _ in Rung.allCases {
            let due = state.obligations(under: rules).compactMap { obligation in
                obligation.nextRung.flatMap { $0.at <= now ? (obligation.id, $0.rung) : nil }
            }
            if due.isEmpty { break }
            for (obligation, rung) in due {
                let event = CaseEvent.file(.ladderClimbed(obligation: obligation, rung))
                events.append(event)
                state.apply(event, at: moment)
            }
        }
        return events
    }

    /// How many obligations one sweep looks at, at most.
    private static let widest = 100_000
}
