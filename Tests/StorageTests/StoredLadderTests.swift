import CaseRegister
import ReferralDomain
import Testing

@testable import Storage

/// Several hundred duties in a database that climb their ladders while the program is restarted and the clock
/// jumps.
struct StoredLadderTests {
    private static let begin: Int64 = 1_795_000_000_000
    private static let hour: Int64 = 3_600_000

    @Test(arguments: DatabaseKind.allCases, [1, 2] as [UInt64])
    func `each rung of each duty is climbed once, whatever is cut short and however the clock jumps`(
        kind: DatabaseKind, seed: UInt64
    ) async throws {
        try await kind.withDatabase { _, stranger in
            var dice = Dice(seed: seed)
            let rules = try RealRules.rules()
            try await Self.fill(stranger, cases: 40, rules: rules, &dice)
            var real = Self.begin
            var latest = real
            for _ in 0..<8 {
                real += Int64.random(in: 0...(3 * 24 * Self.hour), using: &dice)
                let shown = real + dice.pick([0, 0, Self.hour, -Self.hour, 24 * Self.hour, -24 * Self.hour])
                latest = max(latest, shown)
                try await Self.life(stranger, at: shown, rules: rules, &dice)
            }
            latest = max(latest, real)
            let end = latest
            try await Self.opened(stranger, rules) { journal in
                while try await Self.keeper(journal, at: end, rules).sweep(most: 500) > 0 {}
                let found = try await Self.audit(journal, rules, until: end)
                #expect(found.duties >= 300, "seed \(seed): there must be something to climb")
                #expect(found.climbs > found.duties)
                #expect(found.faults.isEmpty, "seed \(seed): \(found.faults.prefix(5))")
                #expect(try await Self.keeper(journal, at: end, rules).sweep(most: 500) == 0)
                #expect(try await journal.compareRebuilt(keeping: false).differing.isEmpty)
                #expect(try await journal.verifyChain() == nil)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `the audit sees a rung that was climbed twice, and one that was forgotten`(
        kind: DatabaseKind
    ) async throws {
        try await kind.withDatabase { _, stranger in
            var dice = Dice(seed: 9)
            let rules = try RealRules.rules()
            try await Self.fill(stranger, cases: 2, rules: rules, &dice)
            let late = Self.begin + 240 * Self.hour
            try await Self.opened(stranger, rules) { journal in
                #expect(
                    try await !Self.audit(journal, rules, until: late).faults.isEmpty, "nobody climbed yet")
                while try await Self.keeper(journal, at: late, rules).sweep(most: 500) > 0 {}
                #expect(try await Self.audit(journal, rules, until: late).faults.isEmpty)
                let id = try Reports.id(1)
                let version = try await journal.history(of: id).count
                _ = try await journal.append(
                    [NewEvent(.file(.ladderClimbed(obligation: "claim", .reminder)))], to: id, after: version,
                    stamp: Self.stamp(at: late))
                #expect(try await !Self.audit(journal, rules, until: late).faults.isEmpty)
            }
        }
    }

    /// One life of the program: two keepers at once, cut short after some writes; the database is left as a
    /// kill leaves it.
    private static func life(
        _ stranger: Stranger, at milliseconds: Int64, rules: ProtocolRules, _ dice: inout Dice
    ) async throws {
        let databases = [try stranger.program(), try stranger.program()]
        let writes = (0..<2).map { _ in Int.random(in: 0...40, using: &dice) }
        let clock = Instant(millisecondsSinceEpoch: milliseconds)
        async let one: Void = sweep(databases[0], rules, at: clock, writes: writes[0])
        async let other: Void = sweep(databases[1], rules, at: clock, writes: writes[1])
        _ = await (one, other)
        // Not closed: what a killed process leaves is what was committed, and connections that nobody closed.
    }

    private static func sweep(
        _ database: any SQLDatabase, _ rules: ProtocolRules, at now: Instant, writes: Int
    ) async {
        guard let journal = try? StoredCaseJournal(underRealRules: database) else { return }
        let cut = CutShort(journal: journal, writes: writes)
        _ = try? await LadderKeeper(journal: cut, lists: journal, rules: { rules }, clock: { now })
            .sweep(most: 80)
    }

    private static func keeper(
        _ journal: StoredCaseJournal, at milliseconds: Int64, _ rules: ProtocolRules
    ) -> LadderKeeper {
        LadderKeeper(
            journal: journal, lists: journal, rules: { rules },
            clock: { Instant(millisecondsSinceEpoch: milliseconds) })
    }

    private static func opened(
        _ stranger: Stranger, _ rules: ProtocolRules, _ story: (StoredCaseJournal) async throws -> Void
    ) async throws {
        let database = try stranger.program()
        try await story(try StoredCaseJournal(underRealRules: database))
        try database.close()
    }

    /// Cases with a person and three referrals: one unanswered, one taken, one rejected.
    private static func fill(
        _ stranger: Stranger, cases: Int, rules: ProtocolRules, _ dice: inout Dice
    ) async throws {
        var drawn = dice
        try await opened(stranger, rules) { journal in
            for number in 1...cases {
                let at = begin + Int64(number % 97) * 60_000
                let id = try await journal.record(try Reports.report(number), stamp: stamp(at: at)).id
                let events = happened(&drawn)
                _ = try await journal.append(
                    events.map { NewEvent($0) }, to: id, after: 1, stamp: stamp(at: at))
            }
        }
        dice = drawn
    }

    private static func happened(_ dice: inout Dice) -> [CaseEvent] {
        let person = PersonID(random: bytes(&dice))
        var events: [CaseEvent] = [.file(.personAdded(person, age: .unknown))]
        for (step, institution, end) in steps {
            let referral = ReferralID(random: bytes(&dice))
            let draft = ReferralDraft(person: person, step: step, institution: institution, deadline: "D-15")
            events += [.referral(referral, .drafted(draft)), .referral(referral, .sent(.phone))]
            events += end.map { .referral(referral, $0) }
        }
        return events
    }

    private static let steps: [(String, String, [ReferralEvent])] = [
        ("notify-prosecutor", "fistrap", []), ("child-measure", "upe", [.accepted]),
        ("legal-aid", "minjusdh", [.rejected(reason: "no-capacity", suggested: nil)]),
    ]

    private static func bytes(_ dice: inout Dice) -> [UInt8] {
        (0..<16).map { _ in UInt8.random(in: 0...255, using: &dice) }
    }

    private static func stamp(at milliseconds: Int64) throws -> Stamp {
        Stamp(
            actor: try ActorID(reading: "OP-01"), instant: Instant(millisecondsSinceEpoch: milliseconds))
    }

    fileprivate struct Audit {
        var duties = 0
        var climbs = 0
        var faults: [String] = []
    }

    /// Tells every history once more: each climb must be the next rung of its duty and due when it was
    /// recorded, and at the end nothing may be due any more.
    private static func audit(
        _ journal: StoredCaseJournal, _ rules: ProtocolRules, until milliseconds: Int64
    ) async throws -> Audit {
        var audit = Audit()
        var number = 1
        while case let history = try await journal.history(of: try Reports.id(number)), !history.isEmpty {
            audit.tell(history, of: number, rules, until: Instant(millisecondsSinceEpoch: milliseconds))
            number += 1
        }
        return audit
    }
}

extension StoredLadderTests.Audit {
    fileprivate mutating func tell(
        _ history: [RecordedEvent], of number: Int, _ rules: ProtocolRules, until end: Instant
    ) {
        var state = CaseState()
        var seen: Set<String> = []
        for recorded in history {
            if case .file(.ladderClimbed(let duty, let rung)) = recorded.event {
                climbs += 1
                let next = state.obligations(under: rules).first { $0.id == duty }?.nextRung
                let isDue = next.map { $0.rung == rung && $0.at <= recorded.stamp.instant } ?? false
                if !isDue { faults.append("not due: \(number) \(duty) \(rung)") }
                if !seen.insert("\(duty) \(rung)").inserted { faults.append("twice: \(duty) \(rung)") }
            }
            state.apply(recorded.event, at: recorded.moment)
        }
        let owed = state.obligations(under: rules)
        duties += owed.count
        for duty in owed where duty.nextRung.map({ $0.at <= end }) ?? false {
            faults.append("forgotten: \(number) \(duty.id)")
        }
    }
}

/// A journal that is cut short after some writes: the last one is on the disk, and nobody hears of it.
private actor CutShort: CaseJournal {
    private let journal: StoredCaseJournal
    private var writes: Int

    init(journal: StoredCaseJournal, writes: Int) {
        self.journal = journal
        self.writes = writes
    }

    func history(of id: CaseID) async throws(JournalFault) -> [RecordedEvent] {
        try await journal.history(of: id)
    }

    func caseID(of reference: CaseReference) async throws(JournalFault) -> CaseID? {
        try await journal.caseID(of: reference)
    }

    func append(
        _ events: [NewEvent], to id: CaseID, after expected: Int, stamp: Stamp
    ) async throws(AppendFailure) -> Int {
        writes -= 1
        let version = try await journal.append(events, to: id, after: expected, stamp: stamp)
        if writes < 0 { throw .fault(.other(code: "cut-short")) }
        return version
    }
}
