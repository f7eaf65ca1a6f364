import ReferralDomain
import RouteEngine
import Testing

struct ConditionProgramTests {
    static let domains = [ValueSet.all(count: 2), .all(count: 3), .all(count: 2)]
    /// Every fact unknown or answered: 3 · 4 · 3 situations.
    static let situations: [Knowledge] = {
        var all = [Knowledge(domains: domains)]
        for (fact, values) in domains.enumerated() {
            all += all.flatMap { known in
                (0..<values.count).map { value in
                    var more = known
                    more.learn(.only(value), of: fact)
                    return more
                }
            }
        }
        return all
    }()

    private func test(_ fact: UInt8, _ mask: UInt8) -> [UInt8] {
        [ConditionProgram.Operation.test, fact, mask]
    }

    @Test func `all is the minimum and any is the maximum over every situation`() {
        let parts = [test(0, 0b01), test(1, 0b101), test(2, 0b10)]
        let all = ConditionProgram(unchecked: [ConditionProgram.Operation.all, 3] + parts.flatMap { $0 })
        let any = ConditionProgram(unchecked: [ConditionProgram.Operation.any, 3] + parts.flatMap { $0 })
        #expect(Self.situations.count == 36)
        for known in Self.situations {
            let verdicts = parts.map { ConditionProgram(unchecked: $0).judge(known).verdict }
            #expect(all.judge(known).verdict == verdicts.min())
            #expect(any.judge(known).verdict == verdicts.max())
            let not = ConditionProgram(unchecked: [ConditionProgram.Operation.not] + all.bytes)
            #expect(not.judge(known).verdict == verdicts.min()?.negated)
        }
    }

    @Test func `an open verdict hangs on exactly the facts that some completion makes matter`() {
        // (fact 0 and (fact 1 or fact 2)): each fact once, so the facts of the open parts are the ones that matter.
        let program = ConditionProgram(
            unchecked: [ConditionProgram.Operation.all, 2] + test(0, 0b01) + [
                ConditionProgram.Operation.any, 2,
            ]
                + test(1, 0b001) + test(2, 0b01))
        for known in Self.situations {
            let judged = program.judge(known)
            for fact in 0..<3 {
                let matters = Self.completions(of: known).contains { complete in
                    guard known[fact].answer == nil else { return false }
                    let verdicts = (0..<Self.domains[fact].count).map { value in
                        var changed = complete
                        changed.assume(.only(value), of: fact)
                        return program.judge(changed).verdict
                    }
                    return Set(verdicts).count > 1
                }
                #expect(judged.openFacts.contains(fact) == matters)
            }
        }
    }

    @Test func `an empty all holds and an empty any fails`() {
        let nothing = Knowledge(domains: Self.domains)
        #expect(
            ConditionProgram(unchecked: [ConditionProgram.Operation.all, 0]).judge(nothing).verdict == .holds)
        #expect(
            ConditionProgram(unchecked: [ConditionProgram.Operation.any, 0]).judge(nothing).verdict == .fails)
    }

    @Test func `no sequence of up to five bytes makes the checker run past its end`() {
        var random = SeededBytes(seed: 7)
        for _ in 0..<200_000 {
            let bytes = (0..<random.below(6)).map { _ in UInt8(random.below(7)) }
            guard let program = ConditionProgram.checked(bytes, facts: 3) else { continue }
            _ = program.judge(Knowledge(domains: Self.domains))
        }
    }

    private static func completions(of known: Knowledge) -> [Knowledge] {
        situations.filter { complete in
            (0..<3).allSatisfy { complete[$0].answer != nil && known[$0].contains(complete[$0].answer ?? 0) }
        }
    }
}
