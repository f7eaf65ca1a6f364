import ReferralDomain
import RouteEngine
import Testing

struct RulebookTests {
    /// Two facts that may be asked and one that is derived; four small steps.
    static let rulebook = Rulebook(
        domains: [.all(count: 2), .all(count: 3), .all(count: 2)], askable: FactSet(bits: 0b011),
        steps: [
            StepRule(phase: .notify, condition: test(0, 0b01), isPrecaution: true, institution: 0),
            StepRule(
                phase: .notify, condition: always, isPrecaution: false, institution: 1,
                variants: [.init(condition: test(1, 0b100), institution: 2)]),
            StepRule(phase: .protection, condition: test(2, 0b01), isPrecaution: false, institution: 3),
            StepRule(
                phase: .followUp, condition: test(1, 0b001), isPrecaution: false, institution: 4,
                settled: .init(
                    off: SettledTest(fact: 0, values: .only(1)), first: SettledTest(fact: 2, values: .only(0))
                )),
        ],
        levels: [test(0, 0b01), always])

    static let always = ConditionProgram(unchecked: [ConditionProgram.Operation.all, 0])

    static func test(_ fact: UInt8, _ mask: UInt8) -> ConditionProgram {
        ConditionProgram(unchecked: [ConditionProgram.Operation.test, fact, mask])
    }

    @Test func `what nobody has asked is required where precaution says so and pending elsewhere`() {
        let decision = Self.rulebook.decide(Self.rulebook.nothingKnown)
        #expect(decision.statuses == [.requiredByPrecaution, .required, .pending, .pending])
        #expect(decision.questions == FactSet(bits: 0b011), "a derived fact is never asked")
        #expect(decision.level == 1)
        #expect(decision.order == [0, 1, 2, 3])
    }

    @Test func `a settled test turns a step off and an open one changes nothing`() {
        var known = Self.rulebook.nothingKnown
        known.learn(.only(0), of: 1)
        #expect(Self.rulebook.status(ofStep: 3, known) == .required)
        known.learn(.only(1), of: 0)
        #expect(Self.rulebook.status(ofStep: 3, known) == .notNeeded)
    }

    @Test func `a step comes first once its test is settled`() {
        var known = Self.rulebook.nothingKnown
        known.learn(.only(0), of: 2)
        #expect(Self.rulebook.decide(known).order == [3, 0, 1, 2])
    }

    @Test func `the first variant that holds names the institution`() {
        var known = Self.rulebook.nothingKnown
        #expect(Self.rulebook.decide(known).institutions[1] == 1)
        known.learn(.only(2), of: 1)
        #expect(Self.rulebook.decide(known).institutions[1] == 2)
        #expect(!Self.rulebook.decide(known).questions.contains(1))
    }

    @Test func `the compiled form reads back as the same rulebook`() throws {
        #expect(try Rulebook(compiled: Self.rulebook.compiled) == Self.rulebook)
    }

    @Test func `every shorter and every longer form is refused`() {
        let whole = Self.rulebook.compiled
        for length in 0..<whole.count {
            #expect(throws: Rulebook.Unreadable.self) { try Rulebook(compiled: Array(whole[..<length])) }
        }
        #expect(throws: Rulebook.Unreadable.trailing(1)) { try Rulebook(compiled: whole + [0]) }
    }

    @Test func `a changed byte is refused or read, and never stops the program`() {
        let whole = Self.rulebook.compiled
        for position in whole.indices {
            for byte in [0, 1, 2, 7, 64, 255] as [UInt8] {
                var changed = whole
                changed[position] = byte
                guard let read = try? Rulebook(compiled: changed) else { continue }
                _ = read.decide(read.nothingKnown)
            }
        }
    }
}
