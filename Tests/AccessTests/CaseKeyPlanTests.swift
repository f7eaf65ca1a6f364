import Access
import CaseRegister
import ReferralDomain
import Testing

/// Who may hold which key of a case, as its history stands: what a person said decides about her name.
struct CaseKeyPlanTests {
    private static let start = Instant(millisecondsSinceEpoch: 1_795_000_000_000)
    private static let adult = PersonID(random: Array(repeating: 1, count: 16))
    private static let child = PersonID(random: Array(repeating: 2, count: 16))

    @Test(arguments: [PersonEvent.consentRefused(.identity, to: "udavit"), nil])
    func `a body to which an adult said no is given no identity, and keeps the rest`(no: PersonEvent?) throws
    {
        let plan = try plan([no].compactMap(\.self))
        #expect(try compartments(plan, "udavit-lima") == (no == nil ? [.identity, .care] : [.care]))
        #expect(try compartments(plan, "upe-lima") == [.identity, .care], "it was said to one body")
        #expect(try plan.lost.contains(KeyGrant(.identity, unit("udavit-lima"))) == (no != nil))
    }

    @Test func `a withdrawal takes the identity, and a legal duty or a new yes gives it`() throws {
        var said: [PersonEvent] = [
            .consentGiven(.identity, to: "udavit"), .consentWithdrawn(.identity, to: "udavit"),
        ]
        #expect(try compartments(try plan(said), "udavit-lima") == [.care])
        said.append(.consentGiven(.identity, to: "udavit"))
        #expect(try compartments(try plan(said), "udavit-lima") == [.identity, .care])
        let refused: [PersonEvent] = [
            .consentRefused(.identity, to: "udavit"),
            .consentOverridden(.identity, to: "udavit", code: .legalDuty),
        ]
        #expect(try compartments(try plan(refused), "udavit-lima") == [.identity, .care])
    }

    @Test func `a danger to life gives the identity for a day`() throws {
        let said: [PersonEvent] = [
            .consentRefused(.identity, to: "udavit"),
            .consentOverridden(.identity, to: "udavit", code: .vitalInterest),
        ]
        let day: Int64 = 86_400_000
        #expect(try compartments(try plan(said, after: day - 1), "udavit-lima") == [.identity, .care])
        #expect(try compartments(try plan(said, after: day), "udavit-lima") == [.care])
    }

    @Test func `what was done stays with nobody once the agreement it stood on is taken back`() throws {
        let said: [PersonEvent] = [
            .consentGiven(.care, to: "udavit"), .consentWithdrawn(.care, to: "udavit"),
        ]
        let evidence = Evidence(document: "OFICIO 1", day: PlainDate(daysSinceEpoch: 20_000))
        let done = CaseEvent.referral(Self.referral(1), .done(evidence))
        #expect(try compartments(try plan([said[0]], done), "udavit-lima") == [.identity, .care])
        let plan = try plan(said, done)
        #expect(try compartments(plan, "udavit-lima").isEmpty)
        let lost = plan.lost.filter { $0.unit.text == "udavit-lima" }
        #expect(Set(lost.map(\.compartment)) == Set(Compartment.allCases))
    }

    private func compartments(_ plan: CaseKeyPlan, _ name: String) throws -> Set<Compartment> {
        let unit = try unit(name)
        return Set(plan.grants.filter { $0.unit == unit }.map(\.compartment))
    }

    private func unit(_ name: String) throws -> UnitID { try UnitID(reading: name) }

    /// The plan of a case with an adult, who said this, and a child; both victims' bodies were sent everybody.
    private func plan(
        _ said: [PersonEvent], _ last: CaseEvent? = nil, after milliseconds: Int64 = 0
    ) throws -> CaseKeyPlan {
        let id = try CaseID(reading: "00112233445566778899aabbccddeeff")
        let report = try StreetReport(
            id: id, saw: .init(district: "150101", facts: [], people: .two),
            advised: .init(level: "high", requiredSteps: []), by: .init(version: "test", hash: "test"))
        var events: [CaseEvent] = [
            .sightingReported(report, CaseReference(random: Array(1..<15))),
            .file(.claimed(by: try unit("central-150101"), municipality: "150101")),
            .file(.personAdded(Self.adult, age: .adult)), .file(.personAdded(Self.child, age: .minor)),
        ]
        for (number, body) in [(UInt8(1), "udavit"), (2, "upe")] {
            let draft = ReferralDraft(
                step: "victim-assistance", institution: body, unit: try unit(body + "-lima"))
            events += [
                .referral(Self.referral(number), .drafted(draft)),
                .referral(Self.referral(number), .sent(.inSystem)),
            ]
        }
        events += said.map { .person(Self.adult, $0) } + [last].compactMap(\.self)
        let history = events.enumerated().map { place, event in
            RecordedEvent(
                position: Int64(place + 1), caseID: id, version: place + 1, event: NewEvent(event),
                stamp: Stamp(actor: .street, instant: Self.start))
        }
        let units = try ["udavit", "upe"].map {
            UnitCard(id: try unit($0 + "-lima"), institution: $0, name: $0)
        }
        return CaseKeyPlan(
            history, units: units,
            policy: SealingPolicy(["udavit": .init([.identity, .care]), "upe": .init([.identity, .care])]),
            rules: Self.rules, at: Self.start.adding(milliseconds: milliseconds))
    }

    private static func referral(_ number: UInt8) -> ReferralID {
        ReferralID(random: Array(repeating: number, count: 16))
    }

    private static let rules = ProtocolRules(
        catalogHash: "9f86d081884c7d65", timeRules: [:], duties: [],
        ladder: .init(rungs: [:], goals: [:], keepInLoopMilliseconds: 604_800_000),
        calendar: OfficeCalendar(holidays: []),
        lists: .init(
            codes: [:], implicated: [:], centre: "serenazgo", dataKeeper: "municipality",
            consentSteps: ["victim-assistance": .care]))
}
