import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

struct QueueTests {
    @Test func `the queue shows the open cases of its town, danger first`() async throws {
        let town = try StaffTown()
        let calm = try await town.openCase(1)
        let danger = try await town.openCase(2, facts: ["danger": "yes"])
        let foreign = try await town.openCase(3, in: "150132")
        try await town.open { client in
            let page = try await client.get("/cola", as: .operator)
            #expect(page.status == .ok)
            let rows = page.html.matches(of: /data-case="([0-9a-f]{32})"/).map { String($0.output.1) }
            #expect(rows == [danger.id.text, calm.id.text])
            #expect(!page.html.contains(foreign.reference.text))
            #expect(page.text.contains("Peligro ahora"))
        }
    }

    @Test func `what a page does not hold stands on the next, and a choice stays on its page`() async throws {
        let town = try StaffTown()
        for number in 1...QueueModel.rows + 2 { _ = try await town.openCase(number) }
        try await town.open { client in
            func rows(_ address: String) async throws -> [String] {
                try await client.get(address, as: .operator).html
                    .matches(of: /href="([^"]+)" data-case/).map { String($0.output.1) }
            }
            let first = try await client.get("/cola", as: .operator)
            #expect(first.html.contains("href=\"/cola?pagina=2\""))
            #expect(try await rows("/cola").count == QueueModel.rows)
            let second = try await rows("/cola?pagina=2")
            #expect(second.count == 2)
            #expect(second.allSatisfy { $0.hasPrefix("/cola?pagina=2") })
            #expect(Set(try await rows("/cola")).isDisjoint(with: second))
            #expect(try await rows("/cola?pagina=3").isEmpty)
            for wrong in ["0", "-1", "dos", "99999999999999999999"] {
                #expect(try await client.get("/cola?pagina=\(wrong)", as: .operator).status == .ok)
            }
        }
    }

    @Test func `a chosen case of another town is not shown in the middle`() async throws {
        let town = try StaffTown()
        let foreign = try await town.openCase(3, in: "150132")
        try await town.open { client in
            let page = try await client.get("/cola?caso=\(foreign.id.text)#caso", as: .operator)
            #expect(page.status == .ok)
            #expect(!page.html.contains(foreign.reference.text))
        }
    }

    @Test func `a case against the centre stands in the queue of the case management alone`() async throws {
        let town = try StaffTown()
        let opened = try await town.openCase(1, facts: ["official-implicated": "serenazgo"])
        let taken = try await town.openCase(2)
        let centre = StaffMember.operator.acting
        try await town.record(
            [
                .file(.claimed(by: centre.unit, municipality: centre.municipality)),
                .file(.factSettled(fact: "official-implicated", value: "serenazgo")),
            ], in: taken.id)
        try await town.open { client in
            for reserved in [opened, taken] {
                for member in [StaffMember.operator, .colleague, .otherOperator, .otherCaseManager] {
                    let page = try await client.get("/cola?caso=\(reserved.id.text)", as: member)
                    #expect(!page.html.contains(reserved.reference.text))
                    let file = try await client.get("/casos/\(reserved.id.text)", as: member)
                    #expect(file.status == .notFound)
                }
                let queue = try await client.get("/cola", as: .caseManager)
                #expect(queue.text.contains(reserved.reference.text))
                let file = "/casos/\(reserved.id.text)"
                #expect(try await client.get(file, as: .caseManager).html.contains("value=\"tomar\""))
                let took = try await client.post(file + "/actos", ["acto": "tomar"], as: .caseManager)
                #expect(took.status == .seeOther)
                let state = CaseState(after: await town.cases.history(of: reserved.id))
                #expect(state.owner == StaffMember.caseManager.acting.account)
                #expect(try await client.get("/cola", as: .operator).status == .ok)
            }
        }
    }

    @Test func `danger of which nothing is owed any more stands below what is owed`() async throws {
        let town = try StaffTown()
        let settled = try await town.openCase(1, facts: ["danger": "yes"])
        let centre = StaffMember.operator.acting
        try await town.record(
            [.file(.claimed(by: centre.unit, municipality: centre.municipality))], in: settled.id)
        let waiting = try await town.openCase(2, facts: ["danger": "no", "age": "adult"])
        try await town.open { client in
            let text = try await client.get("/cola", as: .operator).html
            let places = [waiting, settled].map { opened in
                text.ranges(of: "data-case=\"\(opened.id.text)\"").map(\.lowerBound)
            }
            #expect(places.allSatisfy { !$0.isEmpty })
            #expect(places[0].lexicographicallyPrecedes(places[1]))
        }
    }
}
