import Access
import CaseRegister
import Testing

@testable import Web

/// The harness of the pages behind the entry proves itself: it lets in whom it should, and nobody else.
struct StaffTownTests {
    @Test func `a member has a session of the own role, and a stranger none`() async throws {
        let town = try StaffTown()
        for member in StaffMember.everybody {
            let visitor = town.door.visitor(holding: member.token)
            #expect(visitor?.acting == member.acting)
        }
        #expect(town.door.visitor(holding: "token-XX-99") == nil)
        town.door.end(.operator)
        #expect(town.door.visitor(holding: StaffMember.operator.token) == nil)
        #expect(town.door.visitor(holding: StaffMember.operator.token + ".fresh") == nil)
    }

    @Test func `a case of the town stands in the queue of its municipality only`() async throws {
        let town = try StaffTown()
        let opened = try await town.openCase()
        #expect(await town.cases.queue(of: Town.sanMartin, from: 0, most: 10).map(\.id) == [opened.id])
        #expect(await town.cases.queue(of: "150132", from: 0, most: 10).isEmpty)
        #expect(await town.cases.caseID(of: opened.reference) == opened.id)
    }
}
