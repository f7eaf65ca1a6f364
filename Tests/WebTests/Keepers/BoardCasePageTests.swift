import Access
import CaseRegister
import Catalog
import HTTPTypes
import HummingbirdTesting
import JSON
import ReferralDomain
import Sealing
import Storage
import Testing

@testable import Web

struct BoardCasePageTests {
    private static let planted = ["nada-que-ver-aqui", "PLANTADO-88", "senal-plantada", "F-PLANTADO"]

    @Test func `the coordinator sees clocks and bodies, never what the case says`() async throws {
        let town = try KeeperTown()
        let opened = try await town.openCase(
            facts: ["danger": "yes", "planted": Self.planted[0]], signs: [Self.planted[2]])
        let person = try PersonID(reading: String(repeating: "a", count: 32))
        let holder = Holder(institution: "upe", unit: nil, post: Self.planted[3])
        try await town.record(
            [
                .file(.claimed(by: StaffMember.operator.acting.unit, municipality: Town.sanMartin)),
                .file(.personAdded(person, age: .minor)),
                .person(person, .fieldSealed(field: "name", .identity, SealedBytes(Array("PLANTADO".utf8)))),
                .person(person, .custodyTaken(holder)),
                .person(
                    person,
                    .dutyDone(
                        duty: "duty-integrity",
                        Evidence(document: Self.planted[1], day: LimaTime(Town.night).date))),
            ], in: opened.id)
        try await town.open { client in
            let page = try await client.get("/tablero/\(opened.id.text)", as: .coordinator)
            #expect(page.status == .ok)
            #expect(page.text.contains(opened.reference.text))
            #expect(page.text.contains("Persona 1"))
            #expect(page.text.contains("UPE"))
            for word in Self.planted + ["504c414e5441444f"] { #expect(!page.html.contains(word), "\(word)") }
        }
    }

    @Test func `the file of silence is signed, carries no content, and stands in the log before it leaves`()
        async throws
    {
        let town = try KeeperTown()
        let opened = try await town.openCase(
            facts: ["danger": "yes", "planted": Self.planted[0]], signs: [Self.planted[2]])
        town.clock.turn(hours: 3)
        let path = "/tablero/\(opened.id.text)"
        try await town.open { client in
            let page = try await client.get(path, as: .coordinator)
            #expect(page.text.contains("Descargar el expediente de silencio"))
            let answer = try await client.post(path, ["acto": "expediente"], as: .coordinator)
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            for word in Self.planted { #expect(!answer.html.contains(word), "\(word)") }
            let file = try JSON(parsing: Array(answer.html.utf8))
            let verifier = try ReceiptVerifier(file: town.signer.publicKey.text)
            #expect(DossierMaker.signature(of: file, by: verifier) == .ours)
            let altered = answer.html.replacing(
                "\"case\": \"\(opened.reference.text)\"", with: "\"case\": \"X\"")
            let other = try JSON(parsing: Array(altered.utf8))
            #expect(DossierMaker.signature(of: other, by: verifier) == .foreign)
            for member in [StaffMember.operator, .auditor, .administrator] {
                #expect(try await client.post(path, ["acto": "expediente"], as: member).status == .notFound)
            }
        }
        let leaves = try await town.audit.list(AuditFilter(action: "dossier-exported"))
        #expect(leaves.map(\.entry.objects) == [[opened.id.text]])
        #expect(leaves.map(\.entry.actor) == [StaffMember.coordinator.acting.account])
    }

    @Test func `the secretariat records its own visit with the report, once, and no other duty`() async throws
    {
        let town = try KeeperTown()
        let opened = try await town.openCase()
        let person = try PersonID(reading: String(repeating: "a", count: 32))
        try await town.record(
            [
                .file(.claimed(by: StaffMember.operator.acting.unit, municipality: Town.sanMartin)),
                .file(.personAdded(person, age: .minor)),
            ], in: opened.id)
        let path = "/tablero/\(opened.id.text)"
        let visit = [
            "acto": "seguimiento", "deber": "monitor-1.\(person.text)", "documento": "INFORME 3-2026",
            "dia-documento": "23/11/2026",
        ]
        try await town.open { client in
            let page = try await client.get(path, as: .coordinator)
            #expect(page.text.contains("Anotar que se miró cómo sigue"))
            for fault in [
                ["documento": " "], ["dia-documento": "31/02/2026"], ["dia-documento": "24/11/2026"],
            ] {
                let refused = try await client.post(path, visit.merging(fault) { $1 }, as: .coordinator)
                #expect(refused.status == .unprocessableContent, "\(fault)")
            }
            for duty in ["duty-integrity.\(person.text)", "monitor-x.\(person.text)", "monitor-1.nobody"] {
                let refused = try await client.post(
                    path, visit.merging(["deber": duty]) { $1 }, as: .coordinator)
                #expect(refused.status == .unprocessableContent, "\(duty)")
            }
            for _ in 0..<2 {
                #expect(try await client.post(path, visit, as: .coordinator).status == .seeOther)
            }
        }
        let state = CaseState(after: try await town.journal.history(of: opened.id))
        #expect(state.person(person)?.monitored.map(\.month) == [1])
        #expect(state.person(person)?.dutiesDone.isEmpty == true)
    }

    @Test func `a rung is climbed once, and the page says when`() async throws {
        let town = try KeeperTown()
        let opened = try await town.openCase(facts: ["danger": "yes"])
        town.clock.turn(hours: 1)
        let path = "/tablero/\(opened.id.text)"
        try await town.open { client in
            let form = ["acto": "elevar", "deber": "claim", "peldano": "1", "visto": "1"]
            let done = try await client.post(path, form, as: .coordinator)
            #expect(done.status == .seeOther)
            #expect(done.headers[.location] == path)
            let again = try await client.post(path, form, as: .coordinator)
            #expect(again.status == .seeOther)
            let page = try await client.get(path, as: .coordinator)
            #expect(page.text.contains("Subir un peldaño"))
            let skipped = try await client.post(
                path, ["acto": "elevar", "deber": "claim", "peldano": "4", "visto": "2"], as: .coordinator)
            #expect(skipped.status == .unprocessableContent)
        }
        let state = CaseState(after: try await town.journal.history(of: opened.id))
        #expect(state.rungs["claim"]?.map(\.rung) == [.reminder])
    }

    @Test func `of a case that nobody there can take the secretariat is told so, and whom not to call`()
        async throws
    {
        let town = try KeeperTown()
        let facts = ["danger": "yes", "official-implicated": "serenazgo"]
        // San Martín has a case management in this town, Cercado has none.
        let managed = try await town.openCase(1, facts: facts)
        let alone = try await town.openCase(2, facts: facts, district: "150101")
        let common = try await town.openCase(3, facts: ["danger": "yes"])
        town.clock.turn(hours: 1)
        let nobody = "Nadie de esa municipalidad puede tomar este caso"
        let manager = "Solo la gestión de casos de esa municipalidad puede tomarlo"
        try await town.open { client in
            func text(_ id: CaseID) async throws -> String {
                try await client.get("/tablero/\(id.text)", as: .coordinator).text
            }
            let (first, second, third) = (
                try await text(managed.id), try await text(alone.id), try await text(common.id)
            )
            #expect(first.contains(manager) && !first.contains(nobody))
            #expect(second.contains(nobody) && !second.contains(manager))
            #expect(!third.contains(nobody) && !third.contains(manager))
            for page in [first, second] {
                #expect(page.contains("Puede tener parte: no se le avisa."))
                #expect(page.contains("Subir un peldaño: Se avisa a la secretaría técnica"))
                #expect(!page.contains("Reiterar ahora"))
            }
            let board = try await client.get("/tablero", as: .coordinator).text
            #expect(board.contains("Puede tener parte: no se le avisa."))
            let unit = StaffMember.caseManager.acting.unit
            try await town.record([.file(.claimed(by: unit, municipality: Town.sanMartin))], in: managed.id)
            #expect(try await !text(managed.id).contains(manager), "once somebody has it")
        }
    }

    @Test func `what happened is told once, however many clocks run`() async throws {
        let town = try KeeperTown()
        let opened = try await town.openCase()
        let person = try PersonID(reading: String(repeating: "a", count: 32))
        try await town.record(
            [
                .file(.claimed(by: StaffMember.operator.acting.unit, municipality: Town.sanMartin)),
                .file(.personAdded(person, age: .minor)),
            ], in: opened.id)
        try await town.open { client in
            let page = try await client.get("/tablero/\(opened.id.text)", as: .coordinator)
            #expect(page.html.ranges(of: "id=\"d-").count > 4, "several clocks")
            #expect(page.html.ranges(of: "<ol class=\"thread").count == 1)
        }
    }

    @Test func `a pause needs a reason and a day ahead, and loses nothing typed`() async throws {
        let town = try KeeperTown()
        let opened = try await town.openCase()
        let path = "/tablero/\(opened.id.text)"
        let person = PersonID(random: Array(repeating: 6, count: 16))
        let rights = "rights.\(person.text)"
        try await town.record(
            [
                .file(.claimed(by: StaffMember.operator.acting.unit, municipality: Town.sanMartin)),
                .file(.personAdded(person, age: .minor)),
            ], in: opened.id)
        try await town.open { client in
            let base = ["acto": "pausar", "deber": rights, "visto": "3"]
            for day in ["22/11/2026", "31/02/2027", "mañana", "01/01/2030", "<b>"] {
                let page = try await client.post(
                    path, base.merging(["motivo": "documents", "hasta": day]) { $1 }, as: .coordinator)
                #expect(page.status == .unprocessableContent, "\(day)")
                #expect(!page.html.contains("<b>\""))
                #expect(page.html.contains("value=\"documents\" selected"))
            }
            let unknown = try await client.post(
                path, base.merging(["motivo": "porque si", "hasta": "30/11/2026"]) { $1 }, as: .coordinator)
            #expect(unknown.status == .unprocessableContent)
            let done = try await client.post(
                path, base.merging(["motivo": "documents", "hasta": "30/11/2026"]) { $1 }, as: .coordinator)
            #expect(done.status == .seeOther)
            let page = try await client.get(path, as: .coordinator)
            #expect(page.text.contains("Pausado"))
            #expect(page.text.contains("30/11/2026"))
            let go = try await client.post(
                path, ["acto": "reanudar", "deber": rights], as: .coordinator)
            #expect(go.status == .seeOther)
        }
    }

    @Test func `an alarm has no form to pause it, and a forged one is refused`() async throws {
        let town = try KeeperTown()
        let opened = try await town.openCase()
        let path = "/tablero/\(opened.id.text)"
        try await town.open { client in
            let page = try await client.get(path, as: .coordinator)
            #expect(page.html.contains("value=\"claim\""))
            #expect(!page.html.contains("value=\"pausar\""))
            let forged = try await client.post(
                path,
                [
                    "acto": "pausar", "deber": "claim", "visto": "1", "motivo": "documents",
                    "hasta": "30/11/2026",
                ], as: .coordinator)
            #expect(forged.status == .conflict)
        }
    }

    @Test func `an old page is told that somebody was first`() async throws {
        let town = try KeeperTown()
        let opened = try await town.openCase()
        try await town.record(
            [.file(.factSettled(fact: "age", value: "adult"))], in: opened.id)
        try await town.open { client in
            let page = try await client.post(
                "/tablero/\(opened.id.text)", ["acto": "respondio", "deber": "claim", "visto": "1"],
                as: .coordinator)
            #expect(page.status == .conflict)
        }
    }

    @Test(arguments: ["zzz", "00000000000000000000000000000009", "%3Cscript%3E"])
    func `a case that is not there is a page that is not there`(id: String) async throws {
        try await KeeperTown().open { client in
            let page = try await client.get("/tablero/\(id)", as: .coordinator)
            #expect(page.status == .notFound)
            #expect(!page.html.contains("<script>"))
        }
    }
}
