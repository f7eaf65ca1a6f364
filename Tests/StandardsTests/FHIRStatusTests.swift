import ReferralDomain
import Testing

@testable import Standards

/// The crosswalk of states, over all eleven.
struct FHIRStatusTests {
    @Test(arguments: ReferralState.allCases)
    func `every state is a word of FHIR, open exactly where ours is open`(state: ReferralState) {
        let (request, task) = (FHIRStatus.request(state), FHIRStatus.task(state))
        #expect(FHIRStatus.requestWords.contains(request))
        #expect(FHIRStatus.taskWords.contains(task))
        #expect(["draft", "active", "on-hold"].contains(request) == state.isOpen)
        #expect(!["rejected", "cancelled", "completed", "failed"].contains(task) == state.isOpen)
        #expect((task == "on-hold") == (request == "on-hold"))
        #expect((task == "completed") == (request == "completed"))
    }

    @Test func `only called and sent, and only delivered and acknowledged, share a word`() {
        let groups = Dictionary(grouping: ReferralState.allCases, by: FHIRStatus.task).values
            .filter { $0.count > 1 }.map(Set.init)
        #expect(Set(groups) == [[.called, .sent], [.delivered, .acknowledged]])
    }
}
