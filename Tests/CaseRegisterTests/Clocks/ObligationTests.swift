import CaseRegister
import ReferralDomain
import Testing

/// What a case owes at each turn, until when, and what follows if nobody acts.
struct ObligationTests {
    private static let child: [StreetReport.Answer] = [
        .init("age", "minor"), .init("victim-present", "yes"), .init("nationality", "foreign"),
    ]

    @Test func `a case that nobody reported owes nothing`() {
        #expect(CaseState().obligations(under: Rules.standard).isEmpty)
    }

    @Test func `the law of the day of the facts stays with the case`() throws {
        for (sighting, due) in [
            ("2024-10-10 23:59:59.999", "-"), ("2024-10-11 00:00:00.000", "2026-11-24 10:00"),
        ] {
            var story = try CaseStory(at: try Lima.at(sighting))
            let sent = try Lima.at("2026-11-23 10:00")
            let referral = story.refer(1, step: "open-inquiry", to: "fistrap", deadline: "D-09", at: sent)
            story.tell(.acknowledged(Proof.spoken, .phone), referral, at: sent)
            story.tell(.accepted, referral, at: sent)
            let serve = try #require(
                story.state.obligations(under: Rules.standard).first { $0.kind == .serve })
            #expect(serve.legalDue.map(Lima.text) ?? "-" == due, "\(sighting)")
            #expect(serve.rule == "D-09")
        }
    }

    @Test(arguments: [
        ("2024-10-10 23:50", "-"), ("2024-10-11 00:10", "2024-10-12 00:20"),
        ("2024-09-01 10:00", "2024-10-12 00:20"), ("2024-10-11 00:21", "2024-10-12 00:20"),
    ])
    func `the phone says of which day the facts are, where it can be believed`(
        claimed: String, due: String
    ) throws {
        let registered = try Lima.at("2024-10-11 00:20")
        var story = try CaseStory(at: registered, claimedAt: try Lima.at(claimed))
        let referral = story.refer(1, step: "open-inquiry", to: "fistrap", deadline: "D-09", at: registered)
        story.tell(.acknowledged(Proof.spoken, .phone), referral, at: registered)
        story.tell(.accepted, referral, at: registered)
        let serve = try #require(story.state.obligations(under: Rules.standard).first { $0.kind == .serve })
        #expect(serve.legalDue.map(Lima.text) ?? "-" == due)
    }

    @Test func `a goal stands with the unit of whoever is responsible for it`() throws {
        let start = try Lima.at("2026-11-23 10:00")
        var story = try CaseStory(at: start)
        story.tell(.claimed(by: try UnitID(reading: "central-150135"), municipality: "150135"), at: start)
        story.tell(.personAdded(CaseStory.person, age: .minor), at: start)
        let due = try Lima.day("2026-12-01")
        for (goal, body) in [
            ("housing", "mimp"), ("school", "upe"), ("work", "serenazgo"), ("health", "minsa"),
        ] {
            story.tell(.goalSet(goal: goal, responsible: body, due: due), at: start)
        }
        let referral = ReferralID(random: Array(repeating: 1, count: 16))
        let draft = ReferralDraft(
            person: CaseStory.person, step: "child-measure", institution: "upe",
            unit: try UnitID(reading: "upe-lima"))
        story.tell(.drafted(draft), referral, at: start)
        story.tell(.sent(.inSystem), referral, at: start)
        story.tell(
            .custodyTaken(Holder(institution: "minsa", unit: try UnitID(reading: "hospital"), post: "H-1")),
            at: start)
        func units() -> [String: String?] {
            let goals = story.state.obligations(under: Rules.standard).filter { $0.kind == .goal }
            return Dictionary(
                goals.map { ($0.subject, $0.unit?.text) }, uniquingKeysWith: { first, _ in first })
        }
        #expect(
            units() == ["housing": nil, "school": "upe-lima", "work": "central-150135", "health": "hospital"])
        story.tell(.rejected(reason: "no-capacity", suggested: nil), referral, at: start)
        #expect(units()["school"] == .some(nil), "who said no has no part any more")
    }

    @Test func `an emergency access is reviewed by the body of the privacy officer`() throws {
        let now = try Lima.at("2026-11-24 10:00")
        var story = try CaseStory(at: now)
        story.tell(
            .glassBroken(
                by: .street, unit: try UnitID(reading: "upe-lima"), approvedBy: LadderKeeper.actor,
                reason: "danger-to-life", until: now), at: now)
        let owed = try #require(story.state.obligations(under: Rules.standard).first { $0.kind == .glass })
        #expect(owed.institution == "municipality")
        #expect(owed.unit == nil)
    }

    @Test func `a rule that binds whoever tells is no term of whoever is told`() throws {
        let sent = try Lima.at("2026-11-23 22:15")
        var story = try CaseStory(at: sent)
        let referral = story.refer(1, step: "notify-police", to: "pnp-station", deadline: "D-01", at: sent)
        story.tell(.acknowledged(Proof.spoken, .phone), referral, at: sent)
        story.tell(.accepted, referral, at: sent)
        let serve = try #require(story.state.obligations(under: Rules.standard).first { $0.kind == .serve })
        #expect(serve.rule == nil)
        #expect(serve.legalDue == nil)
        #expect(serve.targetDue == sent.adding(milliseconds: 7 * Rules.day), "only silence counts")
    }

    @Test func `pauses add up and move both ends`() throws {
        let start = try Lima.at("2026-11-23 10:00")
        var story = try CaseStory(at: start)
        let referral = story.refer(1, step: "child-measure", to: "upe", deadline: "D-15", at: start)
        story.tell(.acknowledged(Proof.spoken, .phone), referral, at: start)
        story.tell(.accepted, referral, at: start)
        let id = "serve.\(referral.text)"
        func serve() throws -> Obligation {
            try #require(story.state.obligations(under: Rules.standard).first { $0.id == id })
        }
        #expect(try serve().due.map(Lima.text) == "2026-11-24 10:00")

        story.tell(
            .obligationPaused(obligation: id, reason: "health", until: try Lima.at("2026-11-23 18:00")),
            at: try Lima.at("2026-11-23 12:00"))
        #expect(try serve().due.map(Lima.text) == "2026-11-24 16:00", "six hours, known from the start")
        #expect(try serve().pausedUntil.map(Lima.text) == "2026-11-23 18:00")

        story.tell(.obligationResumed(obligation: id), at: try Lima.at("2026-11-23 13:00"))
        #expect(try serve().due.map(Lima.text) == "2026-11-24 11:00", "one hour was all it took")
        #expect(try serve().pausedUntil == nil)

        story.tell(
            .obligationPaused(obligation: id, reason: "interpreter", until: try Lima.at("2026-11-23 16:30")),
            at: try Lima.at("2026-11-23 14:30"))
        #expect(try serve().due.map(Lima.text) == "2026-11-24 13:00", "two pauses add up")
        #expect(try serve().nextRung.map { Lima.text($0.at) } == "2026-11-24 13:00")
    }

    @Test func `a rung never comes while the clock stands still`() throws {
        let start = try Lima.at("2026-11-23 10:00")
        var story = try CaseStory(at: start)
        let referral = story.refer(1, step: "child-measure", to: "upe", at: start)
        let id = "acknowledge.\(referral.text)"
        let late = try Lima.at("2026-11-23 11:00")
        story.tell(
            .obligationPaused(
                obligation: id, reason: "force-majeure", until: try Lima.at("2026-11-25 08:00")), at: late)
        let owed = try #require(story.state.obligations(under: Rules.standard).first { $0.id == id })
        let next = try #require(owed.nextRung)
        #expect(next.at >= (try Lima.at("2026-11-25 08:00")))
    }

    @Test func `silence brings the next rung before the term ends, and a word stops it`() throws {
        let start = try Lima.at("2026-11-02 10:00")
        var story = try CaseStory(at: start)
        let referral = story.refer(1, step: "legal-aid", to: "minjusdh", at: start)
        story.tell(.acknowledged(Proof.spoken, .phone), referral, at: start)
        story.tell(.accepted, referral, at: start)
        let id = "serve.\(referral.text)"
        func next() -> String? {
            story.state.obligations(under: Rules.standard).first { $0.id == id }?.nextRung.map {
                "\($0.rung) \(Lima.text($0.at))"
            }
        }
        #expect(next() == "reminder 2026-11-09 10:00")
        story.tell(.wordReceived(obligation: id), at: try Lima.at("2026-11-08 10:00"))
        #expect(next() == "reminder 2026-11-15 10:00")
        story.tell(.ladderClimbed(obligation: id, .reminder), at: try Lima.at("2026-11-15 10:00"))
        #expect(next() == "supervisor 2026-11-15 14:00")
    }

    @Test func `ids are words of the journal and no two obligations share one`() throws {
        var story = try CaseStory(at: try Lima.at("2026-11-23 22:15"), facts: Self.child)
        let now = try Lima.at("2026-11-23 22:16")
        for person in [CaseStory.person, CaseStory.other] {
            story.tell(.personAdded(person, age: .adult), at: now)
            for goal in ["migration-status", "job", "job"] {
                story.tell(
                    .goalSet(goal: goal, responsible: "mimp", due: try Lima.day("2027-01-04")), of: person,
                    at: now)
            }
            for recipient in ["commission-secretariat", "receiving-institutions"] {
                story.tell(.consentGiven(.consulate, to: recipient), of: person, at: now)
                story.tell(.consentWithdrawn(.consulate, to: recipient), of: person, at: now)
            }
        }
        let ids = story.state.obligations(under: Rules.standard).map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.filter { $0.hasPrefix("stop-") }.count == 4)
        #expect(ids.filter { $0.hasPrefix("goal-") }.count == 4, "a goal that was set again is one goal")
        for id in ids {
            #expect((1...64).contains(id.utf8.count), "\(id)")
            #expect(id.utf8.allSatisfy { $0.isWord }, "\(id)")
        }
    }

    @Test(
        arguments: [
            ([("danger", "yes"), ("age", "adult")], 0), ([("injury", "yes")], 0), ([("age", "minor")], 1),
            ([("age", "doubted"), ("danger", "no")], 1), ([("age", "adult")], 4),
        ] as [([(String, String)], Int)])
    func `danger is worse than a child and a child is worse than any level`(
        facts: [(String, String)], harm: Int
    ) throws {
        let story = try CaseStory(
            at: try Lima.at("2026-11-23 22:15"), facts: facts.map { StreetReport.Answer($0.0, $0.1) })
        #expect(story.state.harm == harm)
    }

    @Test(arguments: [nil, "minor", "doubted", "adult"], [nil] + PersonAge.allCases)
    func `whoever may be a child counts as one, and danger does not hide it`(
        reported: String?, known: PersonAge?
    ) throws {
        let now = try Lima.at("2026-11-23 22:15")
        var facts = [StreetReport.Answer("danger", "yes")]
        if let reported { facts.append(StreetReport.Answer("age", reported)) }
        var story = try CaseStory(at: now, facts: facts)
        if let known { story.tell(.personAdded(CaseStory.person, age: known), at: now) }
        let mayBe = reported == "minor" || reported == "doubted" || (known != nil && known != .adult)
        #expect(story.state.hasChild == mayBe)
        #expect(story.state.harm == 0)
        let rows = try #require(story.state.rows(of: story.id, under: Rules.standard))
        #expect(!rows.obligations.isEmpty && rows.obligations.allSatisfy { $0.hasChild == mayBe })
    }

    @Test func `danger of which nobody has anything left to do stands below all that is owed`() throws {
        let now = try Lima.at("2026-11-23 22:15")
        var ranks: [Int] = []
        for facts in [[("danger", "yes")], [("age", "minor")], []] as [[(String, String)]] {
            var story = try CaseStory(at: now, facts: facts.map { StreetReport.Answer($0.0, $0.1) })
            func rank() throws -> Int {
                try #require(story.state.rows(of: story.id, under: Rules.standard)).queue.rank
            }
            let owing = try rank()
            let unit = try UnitID(reading: "central-150101")
            story.tell(.claimed(by: unit, municipality: "150101"), at: now)
            #expect(story.state.obligations(under: Rules.standard).isEmpty)
            ranks += [owing, try rank()]
        }
        #expect(ranks == [0, 5, 1, 6, 4, 9])
    }

    @Test func `the wait for an acknowledgement runs from the first word to the first answer`() throws {
        var story = try CaseStory(at: try Lima.at("2026-11-23 22:15"))
        let sent = try Lima.at("2026-11-23 22:20")
        let referral = story.refer(1, step: "notify-upe", to: "upe", at: sent)
        func row() throws -> CaseRows.ReferralRow {
            try #require(story.state.rows(of: story.id, under: Rules.standard)?.referrals.first)
        }
        #expect(try row().acknowledged == nil)
        let answered = try Lima.at("2026-11-23 22:32")
        story.tell(.acknowledged(.spoken, .phone), referral, at: answered)
        story.tell(.accepted, referral, at: try Lima.at("2026-11-23 23:00"))
        #expect(try row().acknowledged == .init(at: answered, after: sent))
        #expect(try row().acknowledged?.waited == 12 * 60_000)
        #expect(CaseRows.Acknowledgement(at: sent, after: answered).waited == 0, "an hour declared too early")
    }
}

extension Proof {
    /// A code read back on the telephone.
    static let spoken = Proof(.spokenCode, by: SealedBytes([1, 2, 3]), of: "upe")
}

extension UInt8 {
    fileprivate var isWord: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
