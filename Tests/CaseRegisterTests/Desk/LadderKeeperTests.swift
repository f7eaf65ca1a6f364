import CaseRegister
import ReferralDomain
import Testing

/// Every duty that nobody answers climbs its ladder: each rung once, none before its time, none forgotten.
struct LadderKeeperTests {
    private static let begin = LimaTime(date: PlainDate(daysSinceEpoch: 20_780), hour: 22, minute: 15).instant

    @Test(arguments: [(seed: UInt64(1), cases: 1_000, jumps: Jumps.days), (2, 150, .years), (3, 150, .years)])
    func `ten thousand duties climb once each, whatever restarts and however clocks jump`(
        seed: UInt64, cases: Int, jumps: Jumps
    ) async throws {
        var random = SeededRandom(seed)
        let ledger = try await Self.ledger(of: cases)
        let duties = await Self.duties(in: ledger)
        #expect(duties >= cases * 10, "there must be something to climb")

        var real = Self.begin
        var latest = real
        for _ in 0..<14 {
            real = real.adding(milliseconds: Int64(random.below(4 * 86_400_000)))
            let shown = real.adding(milliseconds: jumps.all[random.below(jumps.all.count)])
            latest = max(latest, shown)
            await ledger.plan((0..<random.below(4)).map { _ in random.below(2) == 0 ? .refused : .unheard })
            let few = 50 + random.below(200)
            // Two keepers that know nothing of each other, and of nothing that was before.
            async let one = Self.keeper(of: ledger, at: shown).sweep(most: few)
            async let other = Self.keeper(of: ledger, at: shown).sweep(most: 1_000)
            _ = await (try? one, try? other)
        }
        await ledger.plan([])
        latest = max(latest, real)
        while try await Self.keeper(of: ledger, at: latest).sweep(most: 500) > 0 {}

        let faults = LadderAudit(rules: Rules.standard, latest: latest).faults(in: await ledger.histories)
        #expect(faults.isEmpty, "seed \(seed): \(faults)")
        let again = try await Self.keeper(of: ledger, at: latest).sweep(most: 500)
        #expect(again == 0, "the same sweep again climbs nothing")
        let before = try await Self.keeper(of: ledger, at: Self.begin).sweep(most: 500)
        #expect(before == 0, "a clock that was put back climbs nothing")
    }

    @Test func `the audit catches a keeper that forgets, one that repeats, one in haste and one that skips`()
        async throws
    {
        let later = Self.begin.adding(milliseconds: 3_600_000)
        let audit = LadderAudit(rules: Rules.standard, latest: later)
        func faults(after misdeed: (CaseLedger, CaseID) async -> Void) async throws -> Set<LadderAudit.Fault>
        {
            let ledger = try await Self.ledger(of: 1)
            let id = try #require(await ledger.histories.keys.first)
            while try await Self.keeper(of: ledger, at: later).sweep(most: 500) > 0 {}
            await misdeed(ledger, id)
            return Set(audit.faults(in: await ledger.histories).keys)
        }
        #expect(try await faults { _, _ in }.isEmpty, "an honest keeper has no fault")
        #expect(
            try await faults { ledger, id in
                await ledger.force(.file(.ladderClimbed(obligation: "claim", .reminder)), on: id, at: later)
            }.contains(.twice))
        #expect(
            try await faults { ledger, id in
                await ledger.force(.file(.ladderClimbed(obligation: "claim", .dossier)), on: id, at: later)
            } == [.tooEarly])
        let idle = try await Self.ledger(of: 1)
        #expect(audit.faults(in: await idle.histories)[.missed].map { $0 > 0 } == true)
        let hasty = try await Self.ledger(of: 1)
        let id = try #require(await hasty.histories.keys.first)
        await hasty.force(.file(.ladderClimbed(obligation: "claim", .superior)), on: id, at: later)
        #expect(audit.faults(in: await hasty.histories)[.outOfOrder] == 1)
    }

    @Test func `rungs that fell due while nobody watched are recorded in one act and in their order`()
        async throws
    {
        let ledger = try await Self.ledger(of: 1)
        let id = try #require(await ledger.histories.keys.first)
        let before = await ledger.history(of: id).count
        let late = Self.begin.adding(milliseconds: 2 * 86_400_000)
        _ = try await Self.keeper(of: ledger, at: late).sweep(most: 500)
        let climbs = await ledger.history(of: id).dropFirst(before).compactMap { recorded in
            if case .file(.ladderClimbed("claim", let rung)) = recorded.event { rung } else { nil }
        }
        #expect(climbs == Rung.allCases)
        let stamps = Set(await ledger.history(of: id).dropFirst(before).map(\.stamp))
        #expect(stamps == [Stamp(actor: LadderKeeper.actor, instant: late)])
    }

    @Test func `a case that was answered climbs no further`() async throws {
        let ledger = try await Self.ledger(of: 1)
        let id = try #require(await ledger.histories.keys.first)
        let late = Self.begin.adding(milliseconds: 45_000)
        _ = try await Self.keeper(of: ledger, at: late).sweep(most: 500)
        let unit = try UnitID(reading: "central-150135")
        await ledger.force(.file(.claimed(by: unit, municipality: "150135")), on: id, at: late)
        _ = try await Self.keeper(of: ledger, at: late.adding(milliseconds: 86_400_000)).sweep(most: 500)
        #expect(CaseState(after: await ledger.history(of: id)).rungs["claim"]?.map(\.rung) == [.reminder])
    }

    @Test func `a fault of the whole journal is told and one damaged case holds up nobody`() async throws {
        let ledger = try await Self.ledger(of: 2)
        let late = Self.begin.adding(milliseconds: 3_600_000)
        await ledger.plan([.refused])
        await #expect(throws: JournalFault.locked) {
            try await Self.keeper(of: ledger, at: late).sweep(most: 500)
        }
        #expect(try await Self.keeper(of: ledger, at: late).sweep(most: 1) > 0, "the next sweep goes on")
    }

    private static func keeper(of ledger: CaseLedger, at instant: Instant) -> LadderKeeper {
        LadderKeeper(journal: ledger, lists: ledger, rules: { Rules.standard }, clock: { instant })
    }

    private static func duties(in ledger: CaseLedger) async -> Int {
        await ledger.histories.values.reduce(0) {
            $0 + CaseState(after: $1).obligations(under: Rules.standard).count
        }
    }

    /// Cases with a person, a referral that nobody acknowledged, one that was taken and one that was rejected.
    private static func ledger(of cases: Int) async throws -> CaseLedger {
        let ledger = CaseLedger(rules: Rules.standard)
        for number in 0..<cases {
            let digits = String(number, radix: 16)
            let id = String(repeating: "0", count: 32 - digits.count) + digits
            let start = begin.adding(milliseconds: Int64(number % 97) * 60_000)
            var story = try CaseStory(at: begin, id: id, facts: [.init("nationality", "foreign")])
            story.tell(.personAdded(CaseStory.person, age: .unknown), at: start)
            story.refer(1, step: "notify-prosecutor", to: "fistrap", at: start)
            let taken = story.refer(2, step: "child-measure", to: "upe", deadline: "D-15", at: start)
            story.tell(.acknowledged(Proof.spoken, .phone), taken, at: start)
            story.tell(.accepted, taken, at: start)
            let rejected = story.refer(3, step: "legal-aid", to: "minjusdh", at: start)
            story.tell(.rejected(reason: "no-capacity", suggested: nil), rejected, at: start)
            await ledger.take(story)
        }
        return ledger
    }

    enum Jumps: Sendable {
        case days, years

        /// By how much a clock may be wrong, in milliseconds.
        var all: [Int64] {
            let hour: Int64 = 3_600_000
            let near = [0, 0, 0, hour, -hour, 24 * hour, -24 * hour]
            switch self {
            case .days: return near
            case .years: return near + [365 * 24 * hour, -365 * 24 * hour]
            }
        }
    }
}

/// Numbers that are the same on every run (SplitMix64, Vigna 2015, public domain).
struct SeededRandom {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, and without, a limit.
    mutating func below(_ limit: Int) -> Int { limit <= 1 ? 0 : Int(next() % UInt64(limit)) }
}
