import ReferralDomain
import Testing

struct KnowledgeTests {
    @Test func `every pair of possible values and wanted values has its verdict`() {
        for possible in 1...255 {
            for wanted in 0...255 {
                let verdict = ValueSet(bits: UInt8(possible)).verdict(in: ValueSet(bits: UInt8(wanted)))
                let inside = possible & ~wanted == 0
                let outside = possible & wanted == 0
                #expect(verdict == (inside ? .holds : outside ? .fails : .open))
            }
        }
    }

    @Test func `an answer that contradicts an earlier one changes nothing`() {
        var known = Knowledge(domains: [.all(count: 3)])
        let isFirstTaken = known.learn(.only(1), of: 0)
        let isSecondTaken = known.learn(.only(2), of: 0)
        #expect(isFirstTaken && !isSecondTaken)
        #expect(known[0].answer == 1)
    }

    @Test func `the order of answers never matters`() {
        let domains = [ValueSet.all(count: 2), .all(count: 3), .all(count: 4)]
        for first in 0..<3 {
            for second in 0..<3 where second != first {
                var one = Knowledge(domains: domains)
                one.learn(.only(0), of: first)
                one.learn(.only(1), of: second)
                var other = Knowledge(domains: domains)
                other.learn(.only(1), of: second)
                other.learn(.only(0), of: first)
                #expect(one == other)
            }
        }
    }

    @Test func `a set of facts reads from the most urgent on`() {
        var facts = FactSet()
        for position in [40, 3, 63, 0] { facts.insert(position) }
        #expect(facts.positions == [0, 3, 40, 63])
        #expect(facts.count == 4)
        #expect(!facts.contains(1))
    }

    @Test(arguments: [(Verdict.fails, Verdict.holds), (.open, .open), (.holds, .fails)])
    func `not swaps what is settled and leaves what is open`(verdict: Verdict, negated: Verdict) {
        #expect(verdict.negated == negated)
    }
}
