import Access
import ReferralDomain
import Testing

/// Who may be given which key. What nobody wrote down stays closed.
struct SealingPolicyTests {
    private let policy = SealingPolicy([
        "serenazgo": .init([.matter], identityUntilHandOver: true),
        "upe": .init([.identity, .matter, .care]),
        "car": .init([.identity, .care]), "commission-secretariat": .init([]),
    ])

    @Test(arguments: Compartment.allCases)
    func `an institution without a row opens nothing`(compartment: Compartment) {
        #expect(!policy.mayOpen(compartment, "unknown"))
        #expect(!policy.mayOpen(compartment, ""))
        #expect(!policy.mayOpen(compartment, "commission-secretariat"))
        #expect(policy.mayOpen(compartment, "upe"))
    }

    @Test func `the sender knows who it is until the hand-over and loses only that`() {
        #expect(policy.mayOpen(.identity, "serenazgo"))
        #expect(policy.mayOpen(.matter, "serenazgo"))
        #expect(!policy.mayOpen(.care, "serenazgo"))
        #expect(policy.lostAtHandOver("serenazgo") == [.identity])
        #expect(policy.lostAtHandOver("upe").isEmpty)
        #expect(policy.lostAtHandOver("unknown").isEmpty)
    }

    @Test func `who opens the identity for good loses nothing`() {
        let row = SealingPolicy(["upe": .init([.identity], identityUntilHandOver: true)])
        #expect(row.lostAtHandOver("upe").isEmpty)
    }

    @Test func `the page of the check shows each institution as the keys will go`() {
        let rows = policy.visibility(of: ["car", "serenazgo", "unknown"])
        #expect(rows.map(\.institution) == ["car", "serenazgo", "unknown"])
        #expect(rows.map(\.compartments) == [[.identity, .care], [.identity, .matter], []])
        #expect(rows.map(\.losesAtHandOver) == [[], [.identity], []])
        for row in rows {
            for compartment in Compartment.allCases {
                #expect(
                    row.compartments.contains(compartment) == policy.mayOpen(compartment, row.institution))
            }
        }
    }

    @Test func `a rule for all others holds for those without a row only`() {
        let open = SealingPolicy(["upe": .init([])], others: .init([.matter]))
        #expect(open.mayOpen(.matter, "unknown"))
        #expect(!open.mayOpen(.matter, "upe"))
    }
}
