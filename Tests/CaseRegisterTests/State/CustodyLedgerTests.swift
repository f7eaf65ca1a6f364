import CaseRegister
import ReferralDomain
import Testing

/// Protects: for each minute since the first sighting somebody can say who answered for the person.
struct CustodyLedgerTests {
    private let first = Holder(institution: "serenazgo", unit: nil, post: "S-01")
    private let second = Holder(institution: "upe", unit: nil, post: "U-02")

    @Test func `from the sighting on nobody answers until somebody does`() throws {
        var story = try Story()
        let sighted = story.now.adding(milliseconds: -60_000)
        try story.act(.claim, by: Cast.centre)
        story.wait(minutes: 10)
        try story.act(.addPerson(story.girl, .minor), by: Cast.centre)
        let added = try story.person().custody
        #expect(added.current == nil)
        #expect(added.gaps(until: story.now) == [sighted..<story.now])

        let took = story.now
        try story.act(.person(story.girl, .takeCustody(first)), by: Cast.centre)
        let ledger = try story.person().custody
        #expect(ledger.holder(at: took) == first)
        #expect(ledger.holder(at: took.adding(milliseconds: -1)) == nil)
        #expect(ledger.gaps(until: story.now) == [sighted..<took])
    }

    @Test func `a hand-over ends the former span when it happened, not when it was written down`() throws {
        var story = try Story.claimed()
        try story.act(.person(story.girl, .takeCustody(first)), by: Cast.centre)
        story.wait(minutes: 60)
        let happened = story.now.adding(milliseconds: -30 * 60_000)
        try story.act(.person(story.girl, .takeCustody(second)), by: Cast.centre, declaredAt: happened)
        let ledger = try story.person().custody
        #expect(ledger.holder(at: happened.adding(milliseconds: -1)) == first)
        #expect(ledger.holder(at: happened) == second)
        #expect(ledger.current?.from.registered == story.now.adding(milliseconds: -60_000))
    }

    @Test func `an end leaves a gap that everybody sees`() throws {
        var story = try Story.claimed()
        try story.act(.person(story.girl, .takeCustody(first)), by: Cast.centre)
        let end = story.now
        try story.act(.person(story.girl, .endCustody(reason: "with-family")), by: Cast.centre)
        let ledger = try story.person().custody
        #expect(ledger.current == nil)
        #expect(ledger.gaps(until: story.now).last == end..<story.now)
    }

    @Test func `who receives everybody answers for each, but not for whom another body has`() throws {
        var story = try Story.claimed()
        let (second, third) = (Self.someone(8), Self.someone(9))
        try story.act(.addPerson(second, .adult), by: Cast.centre)
        try story.act(.person(second, .takeCustody(first)), by: Cast.centre)
        let own = CaseAct.NewReferral(
            id: Story.referral(2),
            draft: ReferralDraft(person: second, step: "health", institution: "minsa"), channel: .phone)
        let everybody = CaseAct.NewReferral(
            id: Story.referral(1),
            draft: ReferralDraft(step: "child-measure", institution: "upe", unit: Cast.childUnit.unit),
            channel: .inSystem)
        try story.act(.refer([own, everybody]), by: Cast.centre)
        let health = story.proof(.spokenCode, of: "minsa")
        for verb in [.acknowledge(health, .phone), .accept, .receiveCustody(post: "H-1")] as [ReferralVerb] {
            try story.act(.referral(own.id, verb), by: Cast.centre)
        }
        for verb in [.acknowledge(story.proof(.account), .inSystem), .accept, .receiveCustody(post: "U-02")]
            as [ReferralVerb]
        {
            try story.act(.referral(everybody.id, verb), by: Cast.childUnit)
        }
        let holder = Holder(institution: "upe", unit: Cast.childUnit.unit, post: "U-02")
        #expect(try story.person().custody.current?.holder == holder)
        #expect(story.state.person(second)?.custody.current?.holder?.institution == "minsa")

        // Nobody can have handed over whom nobody knew of: the alarm rings until somebody says who has them.
        try story.act(.addPerson(third, .minor), by: Cast.centre)
        #expect(story.state.person(third)?.custody.current == nil)
        let alarms = story.state.obligations(under: SampleRules.rules).filter { $0.kind == .custody }
        #expect(alarms.map(\.person) == [third])
    }

    @Test func `who was with the centre goes to whoever receives everybody`() throws {
        var story = try Story.claimed()
        try story.act(.person(story.girl, .takeCustody(first)), by: Cast.centre)
        let everybody = ReferralDraft(
            step: "child-measure", institution: "upe", unit: Cast.childUnit.unit)
        let id = Story.referral(1)
        try story.act(.refer([.init(id: id, draft: everybody, channel: .inSystem)]), by: Cast.centre)
        for verb in [.acknowledge(story.proof(.account), .inSystem), .accept, .receiveCustody(post: "U-02")]
            as [ReferralVerb]
        {
            try story.act(.referral(id, verb), by: Cast.childUnit)
        }
        #expect(try story.person().custody.current?.holder?.institution == "upe")
    }

    private static func someone(_ number: UInt8) -> PersonID {
        PersonID(random: Array(repeating: number, count: 16))
    }

    @Test func `what is declared in any order covers every minute without overlap`() throws {
        for seed in 1...400 as ClosedRange<UInt64> {
            var random = SeededNumbers(seed: seed)
            var story = try Story.claimed()
            for _ in 0..<12 {
                let declared = Histories.start.adding(
                    milliseconds: Int64(random.below(200)) * 60_000 - 3_600_000)
                let holder = [first, second][random.below(2)]
                let event: PersonEvent =
                    random.below(3) == 0 ? .custodyEnded(reason: "with-family") : .custodyTaken(holder)
                story.record([NewEvent(.person(story.girl, event), declaredAt: declared)], by: .street)
            }
            let fault = Self.fault(in: try story.person())
            #expect(fault == nil, "seed \(seed)")
        }
    }

    @Test func `the check of the ledger finds a planted hole`() throws {
        // A person without a ledger: the time from the beginning on is not covered.
        let person = PersonState(
            id: PersonID(random: Array(repeating: 7, count: 16)), age: .minor, at: Histories.moment)
        #expect(Self.fault(in: person) == "no span")
    }

    /// What is wrong with the ledger of a person; nil where it covers every minute once.
    static func fault(in person: PersonState) -> String? {
        let spans = person.custody.spans
        guard let first = spans.first, let last = spans.last else { return "no span" }
        if first.from.happened > person.added.happened { return "begins late" }
        if last.to != nil { return "ends" }
        for (span, next) in zip(spans, spans.dropFirst()) {
            guard let end = span.to else { return "two are open" }
            if end.happened != next.from.happened { return "a hole or an overlap" }
            if end.happened <= span.from.happened { return "runs backwards" }
        }
        return nil
    }
}
