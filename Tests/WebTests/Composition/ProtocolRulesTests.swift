import CaseRegister
import Catalog
import Composition
import ReferralDomain
import Testing

/// The rules that the register works by are those that the catalogue says.
struct ProtocolRulesTests {
    @Test func `every kind of obligation has five rungs, and a goal where no date is given`() throws {
        let ladder = ProtocolRules(try Town.catalog()).ladder
        let dated: Set<Obligation.Kind> = [.serve, .review, .monitor, .goal]
        for kind in Obligation.Kind.allCases {
            #expect(ladder.rungs[kind]?.count == Rung.allCases.count, "\(kind)")
            #expect((ladder.goals[kind] == nil) == dated.contains(kind), "\(kind)")
        }
        #expect(ladder.keepInLoopMilliseconds == 7 * 86_400_000)
        #expect(ladder.goals[.claim] == 30_000)
        #expect(ladder.rungs[.acknowledge] == [0, 300_000, 900_000, 3_600_000, 86_400_000])
    }

    @Test func `the closed lists name what the program names`() throws {
        let codes = ProtocolRules(try Town.catalog()).codes
        #expect(codes["proof-kinds"] == Set(Proof.Kind.allCases.map(\.rawValue)))
        #expect(codes["consent-purposes"] == Set(Purpose.allCases.map(\.rawValue)))
        #expect(codes["override-codes"] == Set(OverrideCode.allCases.map(\.rawValue)))
        #expect(codes["obligation-kinds"] == Set(Obligation.Kind.allCases.map(\.rawValue)))
        #expect(codes["rungs"]?.count == Rung.allCases.count)
        #expect(codes["channels"] == Set(Channel.allCases.map(\.rawValue)))
        #expect(codes["referral-states"] == Set(ReferralState.allCases.map(\.rawValue)))
        #expect(codes["roles"] == Set(Role.allCases.map(\.rawValue)))
    }

    @Test func `the nine duties are owed under their conditions, and one is followed up`() throws {
        let duties = ProtocolRules(try Town.catalog()).duties
        #expect(duties.count == 9)
        #expect(duties.filter { $0.condition == .abroad }.map(\.id) == ["duty-return"])
        #expect(duties.filter { $0.condition == .foreign }.map(\.id) == ["duty-repatriation"])
        #expect(duties.filter { !$0.months.isEmpty }.map(\.months) == [[1, 3, 6, 12]])
    }

    @Test func `one term of each rule counts, in the version of its day`() throws {
        let rules = ProtocolRules(try Town.catalog()).timeRules
        #expect(rules.count == 31)
        let today = try #require(PlainDate(iso: "2026-11-23"))
        func term(_ rule: String) -> ProtocolRules.Term? { rules[rule]?.version(on: today)?.term }
        #expect(term("D-15") == .init(24, .hours), "not the 72 hours of the exception")
        #expect(term("D-23") == .init(24, .hours), "the strictest, until the risk is known")
        #expect(term("D-17") == .init(5, .workingDays))
        #expect(term("D-28") == nil, "365 days are how long it lasts, not until when it is owed")
        #expect(rules["D-28"]?.targetMilliseconds == Int64(432_000_000))
        let before = try #require(PlainDate(iso: "2024-10-10"))
        #expect(rules["D-09"]?.version(on: before)?.term == nil)
        #expect(term("D-09") == .init(24, .hours))
    }

    @Test func `implicated bodies, consent and the centre's own steps cross with their ids`() throws {
        let rules = ProtocolRules(try Town.catalog())
        #expect(rules.implicated["police"] == ["pnp-station"])
        #expect(rules.implicated["serenazgo"] == ["serenazgo", "citizen-security"])
        #expect(rules.implicated["no"] == [])
        #expect(rules.consentSteps["adult-shelter"] == .shelter)
        #expect(rules.consentSteps["notify-police"] == nil, "telling the police hangs on nobody's consent")
        #expect(rules.toldSteps.contains("notify-police"))
        #expect(!rules.toldSteps.contains("child-measure"))
    }
}
