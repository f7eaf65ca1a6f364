import Access
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// The change of the shift: no person is left without somebody who answers.
struct HandoverPageTests {
    @Test func `the signature of a colleague moves every case, and the sheet says so`() async throws {
        let town = try await SignedTown()
        let rest = try await town.take(1)
        let held = try await town.take(
            2, withPerson: true, heldBy: Holder(institution: "upe", unit: nil, post: "U-02"))
        let gap = try await town.take(3, withPerson: true)
        try await town.open { client in
            let page = try await client.get("/relevo", as: .operator)
            #expect(page.status == .ok)
            let places = [gap, held, rest].map { page.text.firstRange(of: $0.reference.text)?.lowerBound }
            #expect(places.allSatisfy { $0 != nil })
            #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
            #expect(page.text.contains("Nadie responde por la persona 1"))
            #expect(page.text.contains("cargo U-02"))

            let sheet = try await client.post(
                "/relevo", page.boxes.merging(town.signature("OP-13")) { $1 }, as: .operator)
            #expect(sheet.status == .ok)
            for opened in [gap, held, rest] {
                #expect(sheet.text.contains(opened.reference.text))
                #expect(await town.state(of: opened.id).owner == StaffMember.colleague.acting.account)
            }
            #expect(sheet.text.contains("OP-12") && sheet.text.contains("OP-13"))
            #expect(sheet.text.contains(SignedTown.end.text))
            #expect(sheet.html.contains("<svg class=\"qr\""))
            #expect(try await client.get("/relevo", as: .operator).text.contains("ningún caso abierto"))
        }
    }

    @Test func `a form that is sent twice is one handover`() async throws {
        let town = try await SignedTown()
        let opened = try await town.take(1, withPerson: true)
        try await town.open { client in
            let page = try await client.get("/relevo", as: .operator)
            let form = page.boxes.merging(town.signature("OP-13")) { $1 }
            let first = try await client.post("/relevo", form, as: .operator)
            let length = await town.cases.history(of: opened.id).count
            town.clock.goOn(minutes: 2)
            let second = try await client.post("/relevo", form, as: .operator)
            #expect(first.html == second.html, "the second sheet says the first hour")
            #expect(await town.cases.history(of: opened.id).count == length)
        }
        let leaves = await town.leaves(.handedOver)
        #expect(leaves.map(\.objects) == [[opened.id.text, "OP-13"]])
        #expect(leaves.map(\.actor) == [StaffMember.operator.acting.account])
    }

    @Test func `what cannot be logged is not handed over`() async throws {
        let town = try await SignedTown()
        let opened = try await town.take(1, withPerson: true)
        await town.log.fail(with: .diskFull)
        try await town.open { client in
            let page = try await client.get("/relevo", as: .operator)
            let sheet = try await client.post(
                "/relevo", page.boxes.merging(town.signature("OP-13")) { $1 }, as: .operator)
            #expect(sheet.status == .conflict)
            #expect(sheet.text.contains("No se pudieron entregar"))
            #expect(await town.state(of: opened.id).owner == StaffMember.operator.acting.account)
        }
    }

    @Test func `a wrong signature keeps everything typed but the secrets`() async throws {
        let town = try await SignedTown()
        let kept = try await town.take(1)
        let left = try await town.take(2)
        try await town.open { client in
            let wrong = "frase que no es ninguna"
            var form = town.signature("OP-13", passphrase: wrong)
            form[HandoverForm.box(kept.id)] = "2"
            let page = try await client.post("/relevo", form, as: .operator)
            #expect(page.status == .unprocessableContent)
            #expect(page.html.contains("value=\"OP-13\""))
            #expect(page.boxes.keys.contains(HandoverForm.box(kept.id)))
            #expect(!page.boxes.keys.contains(HandoverForm.box(left.id)), "what was not ticked stays so")
            #expect(!page.html.contains(wrong))
            let digits = try #require(form[SecondSignature.codeField])
            #expect(!page.html.contains(digits))
            #expect(await town.state(of: kept.id).owner == StaffMember.operator.acting.account)
        }
    }

    @Test(arguments: ["OP-12", "op-12", "OP-71", "GC-02", "SE-40", "AD-01"])
    func `neither oneself nor another unit nor another role takes a shift`(account: String) async throws {
        let town = try await SignedTown()
        let opened = try await town.take(1, withPerson: true)
        try await town.open { client in
            let page = try await client.get("/relevo", as: .operator)
            let answer = try await client.post(
                "/relevo", page.boxes.merging(town.signature(account)) { $1 }, as: .operator)
            #expect(answer.status == .unprocessableContent)
            #expect(await town.state(of: opened.id).owner == StaffMember.operator.acting.account)
        }
    }

    @Test func `what changed meanwhile is told and what is not theirs stays where it is`() async throws {
        let town = try await SignedTown()
        let changed = try await town.take(1)
        let moved = try await town.take(2)
        try await town.open { client in
            let page = try await client.get("/relevo", as: .operator)
            try await town.record([.file(.factSettled(fact: "danger", value: "yes"))], in: changed.id)
            let other = try ActorID(reading: "OP-14")
            try await town.record(
                [.file(.handedOver(from: StaffMember.operator.acting.account, to: other))], in: moved.id)
            let sheet = try await client.post(
                "/relevo", page.boxes.merging(town.signature("OP-13")) { $1 }, as: .operator)
            #expect(sheet.text.contains("cambiaron mientras firmaban"))
            #expect(sheet.text.contains("Ya no eran suyos"))
            #expect(await town.state(of: changed.id).owner == StaffMember.colleague.acting.account)
            #expect(await town.state(of: moved.id).owner == other)
        }
    }

    @Test(arguments: [true, false])
    func `an operator leaves only when no person hangs on a case of theirs`(hasPerson: Bool) async throws {
        let town = try await SignedTown()
        let opened = try await town.take(1, withPerson: hasPerson)
        try await town.open { client in
            let left = try await client.post("/salir", [:], as: .operator)
            #expect(left.status == (hasPerson ? .conflict : .seeOther))
            guard hasPerson else { return }
            #expect(left.text.contains(opened.reference.text))
            #expect(left.html.contains("href=\"/relevo\""))
            #expect(left.headers[.setCookie] == nil)
            #expect(try await client.post("/salir", [:], as: .colleague).status == .seeOther)
            let page = try await client.get("/relevo", as: .operator)
            _ = try await client.post(
                "/relevo", page.boxes.merging(town.signature("OP-13")) { $1 }, as: .operator)
            #expect(try await client.post("/salir", [:], as: .operator).status == .seeOther)
        }
    }

    @Test(arguments: [true, false])
    func `the own account is no other door to leave by`(hasPerson: Bool) async throws {
        let town = try await SignedTown()
        let opened = try await town.take(1, withPerson: hasPerson)
        try await town.open { client in
            let form = [
                AccountRoutes.verbField: AccountRoutes.Verb.endSession.rawValue,
                AccountRoutes.sessionField: "session-OP-12",
            ]
            let left = try await client.post("/mi-cuenta", form, as: .operator)
            #expect(left.status == (hasPerson ? .conflict : .ok))
            #expect(left.text.contains(opened.reference.text) == hasPerson)
            let other = form.merging([AccountRoutes.sessionField: "another-device"]) { $1 }
            #expect(try await client.post("/mi-cuenta", other, as: .operator).status == .ok)
        }
    }

    @Test func `a case of another municipality is as if it were not there`() async throws {
        let town = try await SignedTown()
        let opened = try await town.take(1)
        try await town.open { client in
            var sheets: [String] = []
            for id in [opened.id, try SignedTown.caseID(99)] {
                town.clock.goOn(minutes: 2)
                var form = town.signature("OP-72")
                form[HandoverForm.box(id)] = "2"
                let sheet = try await client.post("/relevo", form, as: .otherOperator)
                #expect(sheet.status == .conflict)
                sheets.append(sheet.text.replacing(/\d\d:\d\d/, with: ""))
            }
            #expect(sheets[0] == sheets[1])
            #expect(await town.state(of: opened.id).owner == StaffMember.operator.acting.account)
            let nowhere = try await client.get("/no-hay-nada-aqui", as: .sereno)
            for member in [StaffMember.sereno, .prosecutor, .coordinator, .administrator] {
                #expect(try await client.get("/relevo", as: member).html == nowhere.html)
            }
        }
    }
}

extension Visit {
    /// The ticked boxes of the page by name.
    fileprivate var boxes: [String: String] {
        let found = html.matches(of: /<input type="checkbox" name="([^"]*)" value="([^"]*)" checked/)
        return Dictionary(uniqueKeysWithValues: found.map { (String($0.output.1), String($0.output.2)) })
    }
}
