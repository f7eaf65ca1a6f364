import Access
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// The emergency access: a life may hang on it, and nobody browses with it.
struct EmergencyPageTests {
    @Test func `two people open a case for thirty minutes, and a review is owed`() async throws {
        let town = try await SignedTown()
        let opened = try await town.take(1, withPerson: true)
        let file = "/casos/\(opened.id.text)"
        try await town.open { client in
            let nowhere = try await client.get("/no-hay-nada-aqui", as: .otherOperator)
            #expect(try await client.get(file, as: .otherOperator).html == nowhere.html)
            let page = try await client.get(file + "/emergencia", as: .otherOperator)
            #expect(page.status == .ok)
            #expect(!page.text.contains(opened.reference.text))

            let form = town.signature("OP-72").merging(["motivo": "danger-to-life"]) { $1 }
            let done = try await client.post(file + "/emergencia", form, as: .otherOperator)
            #expect(done.status == .seeOther)
            #expect(done.headers[.location] == file)
            let shown = try await client.get(file, as: .otherOperator)
            #expect(shown.status == .ok)
            #expect(shown.text.contains(opened.reference.text))
            #expect(shown.text.contains("Acceso de emergencia hasta 22:45"))
            let own = try await client.get(file, as: .operator)
            #expect(!own.text.contains("Acceso de emergencia"))
            let again = try await client.post(file + "/emergencia", form, as: .otherOperator)
            #expect(again.status == .seeOther, "sent twice is one access")
            #expect(await town.state(of: opened.id).brokenGlass.count == 1)

            let reviews = try await client.get("/emergencias", as: .privacyOfficer)
            #expect(reviews.text.contains("OP-71") && reviews.text.contains("OP-72"))
            town.clock.goOn(minutes: 30)
            #expect(try await client.get(file, as: .otherOperator).html == nowhere.html)
        }
        let leaves = await town.leaves(.emergencyOpened)
        #expect(leaves.map(\.objects) == [[opened.id.text, "OP-72"]])
        #expect(leaves.map(\.reason) == ["danger-to-life"])
        #expect(await town.leaves(.emergencyRefused).isEmpty)
    }

    @Test(arguments: ["OP-71", "op-71", "OP-12", "AD-01"])
    func `nobody approves their own access, nor that of another unit`(account: String) async throws {
        let town = try await SignedTown()
        let opened = try await town.take(1)
        try await town.open { client in
            let form = town.signature(account).merging(["motivo": "urgent-health"]) { $1 }
            let answer = try await client.post(
                "/casos/\(opened.id.text)/emergencia", form, as: .otherOperator)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.html.contains("value=\"urgent-health\" checked"))
            #expect(!answer.html.contains(SignedTown.passphrase))
            let digits = try #require(form[SecondSignature.codeField])
            #expect(!answer.html.contains(digits))
            #expect(await town.state(of: opened.id).brokenGlass.isEmpty)
        }
        let leaves = await town.leaves(.emergencyRefused)
        #expect(leaves.map(\.objects) == [[opened.id.text]])
        #expect(["same-person", "other-unit"].contains(leaves.first?.reason))
        #expect(await town.leaves(.emergencyOpened).isEmpty)
    }

    @Test func `what cannot be logged opens nothing`() async throws {
        let town = try await SignedTown()
        let opened = try await town.take(1)
        await town.log.fail(with: .diskFull)
        try await town.open { client in
            let status = try await Self.ask(client, town, opened.id)
            #expect(status == .serviceUnavailable)
            #expect(await town.state(of: opened.id).brokenGlass.isEmpty)
        }
    }

    @Test func `a case that may never be opened answers like one that does not exist`() async throws {
        let town = try await SignedTown()
        let implicated = try await town.take(1, facts: ["official-implicated": "serenazgo"])
        let absent = try SignedTown.caseID(99)
        try await town.open { client in
            var pages: [String] = []
            var answers: [String] = []
            for id in [implicated.id, absent] {
                town.clock.goOn(minutes: 2)
                let path = "/casos/\(id.text)/emergencia"
                let page = try await client.get(path, as: .otherOperator)
                pages.append(page.html.replacing(id.text, with: ""))
                let form = town.signature("OP-72").merging(["motivo": "danger-to-life"]) { $1 }
                let answer = try await client.post(path, form, as: .otherOperator)
                #expect(answer.status == .unprocessableContent)
                answers.append(answer.html.replacing(id.text, with: ""))
            }
            #expect(pages[0] == pages[1])
            #expect(answers[0] == answers[1])
            #expect(answers[0] != pages[0])
            #expect(await town.state(of: implicated.id).brokenGlass.isEmpty)
        }
        let leaves = await town.leaves(.emergencyRefused)
        #expect(leaves.map(\.objects) == [[implicated.id.text], [absent.text]])
        #expect(leaves.map(\.reason) == ["refused", "refused"])
    }

    @Test func `three signed tries an hour are enough, whether the case exists or not`() async throws {
        let town = try await SignedTown()
        let opened = try await town.take(1)
        try await town.open { client in
            for number in 97...99 {
                let id = try SignedTown.caseID(number)
                let status = try await Self.ask(client, town, id)
                #expect(status == .unprocessableContent)
            }
            #expect(try await Self.ask(client, town, opened.id) == .tooManyRequests)
            town.clock.goOn(minutes: 60)
            #expect(try await Self.ask(client, town, opened.id) == .seeOther)
        }
        #expect(await town.leaves(.emergencyRefused).last?.reason == "too-often")
    }

    @Test(arguments: ["", "none-of-the-list", "<script>alert(1)</script>"])
    func `without a reason of the list nothing is opened`(reason: String) async throws {
        let town = try await SignedTown()
        let opened = try await town.take(1)
        try await town.open { client in
            let form = town.signature("OP-72").merging(["motivo": reason]) { $1 }
            let answer = try await client.post(
                "/casos/\(opened.id.text)/emergencia", form, as: .otherOperator)
            #expect(answer.status == .unprocessableContent)
            #expect(!answer.html.contains("alert(1)"))
            #expect(await town.state(of: opened.id).brokenGlass.isEmpty)
        }
    }

    @Test func `roles that open no case find no page`() async throws {
        let town = try await SignedTown()
        let opened = try await town.take(1)
        try await town.open { client in
            for member in [StaffMember.sereno, .coordinator, .administrator, .auditor, .privacyOfficer] {
                let nowhere = try await client.get("/no-hay-nada-aqui", as: member)
                let page = try await client.get("/casos/\(opened.id.text)/emergencia", as: member)
                #expect(page.html == nowhere.html)
            }
        }
    }

    /// Asks with a signature that holds, two minutes after the last one.
    private static func ask(
        _ client: any TestClientProtocol, _ town: SignedTown, _ id: CaseID
    ) async throws -> HTTPResponse.Status {
        town.clock.goOn(minutes: 2)
        let form = town.signature("OP-72").merging(["motivo": "danger-to-life"]) { $1 }
        return try await client.post("/casos/\(id.text)/emergencia", form, as: .otherOperator).status
    }
}
