import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// Every paper of one invented case, word for word: what `bin/test-papers` then looks at as pictures.
struct GoldenPaperTests {
    @Test func `every paper of an invented case is as it was`() async throws {
        let press = FakePress()
        let town = try KeeperTown(press: press)
        let id = try await Self.story(town)
        try await town.open { client in
            for (name, path, member) in Self.pages(of: id) {
                let answer = try await client.get(path, as: member)
                #expect(answer.status == .ok, "\(name)")
                try GoldenPapers.expect(try #require(press.pages.last), is: name)
            }
            for (name, path, fields, member) in Self.forms(of: id) {
                var fields = fields
                fields[Paper.formatField] = Paper.pdf
                let answer = try await client.post(path, fields, as: member)
                #expect(answer.status == .ok, "\(name)")
                try GoldenPapers.expect(try #require(press.pages.last), is: name)
            }
        }
    }

    @Test func `the act of a handover carries its signed receipt`() async throws {
        let press = FakePress()
        let town = try VaultTown(press: press)
        try await town.openCase()
        try await town.refer(to: .protection)
        try await town.open { client in
            let path = VaultTown.file + "/papeles/acta?derivacion=\(VaultTown.referral.text)&formato=pdf"
            let answer = try await client.get(path, as: .caseManager)
            #expect(answer.status == .ok)
        }
        try GoldenPapers.expect(try #require(press.pages.last), is: "acta")
    }

    private typealias Form = (name: String, path: String, fields: [String: String], member: StaffMember)

    private static func pages(of id: CaseID) -> [(name: String, path: String, member: StaffMember?)] {
        let file = "formato=pdf"
        return [
            ("ficha", "/casos/\(id.text)/papeles/ficha?\(file)", .operator),
            ("parte", "/relevo/parte?\(file)", .operator), ("informe", "/informe?\(file)", .coordinator),
            ("tarjeta", "/papeles/tarjeta?distrito=150101&\(file)", nil),
            ("hoja", "/papeles/hoja?distrito=150101&\(file)", nil),
            ("derechos-es", "/papeles/derechos?idioma=es&\(file)", nil),
            ("derechos-en", "/papeles/derechos?idioma=en&\(file)", nil),
            ("derechos-pt", "/papeles/derechos?idioma=pt&\(file)", nil),
        ]
    }

    private static func forms(of id: CaseID) -> [Form] {
        [
            (
                "oficio", "/casos/\(id.text)/papeles/oficio?derivacion=\(referral(0).text)",
                [
                    "numero": "000123-2026-PRACTICA", "anio": "Año de la práctica",
                    "dependencia": "Municipalidad de práctica, Seguridad Ciudadana",
                    "destinatario": "Jefatura de la unidad", "firmante": "Gerencia de Seguridad Ciudadana",
                ], .operator
            ),
            ("expediente", "/tablero/\(id.text)", ["acto": BoardCaseRoutes.dossierPaper], .coordinator),
            (
                "incidente", "/incidentes",
                [
                    "tipo": "lost-device", "dia-conocido": "22/11/2026", "hora-conocida": "10:00",
                    "dia-desde": "21/11/2026", "hora-desde": "08:00", "dia-hasta": "22/11/2026",
                    "hora-hasta": "09:00", "dato-identity": "si", "personas": "1",
                    "medidas": "Se cerraron las sesiones del equipo.",
                ], .privacyOfficer
            ),
        ]
    }

    private static func referral(_ number: UInt8) -> ReferralID {
        ReferralID(random: Array(repeating: 0xA0 + number, count: 16))
    }

    /// A case with as much on its sheet as a long night brings: four bodies, a person, duties, a change of hands.
    private static func story(_ town: KeeperTown) async throws -> CaseID {
        let (id, _) = try await town.openCase(
            7,
            facts: [
                "danger": "no", "injury": "no", "victim-present": "yes", "age": "doubted",
                "in-flagrante": "yes",
                "official-implicated": "no", "sexual-exploitation": "yes", "police-answered": "yes",
                "prosecutor-answered": "no",
            ], signs: ["A01", "B01", "B05"], level: "immediate", district: "150135")
        let centre = StaffMember.operator.acting
        let person = PersonID(random: Array(repeating: 3, count: 16))
        try await town.record(
            [
                .file(.claimed(by: centre.unit, municipality: centre.municipality)),
                .file(.personAdded(person, age: .doubted)),
            ], in: id)
        let bodies = [
            ("upe", "child-measure"), ("fistrap", "notify-prosecutor"), ("pnp-station", "notify-police"),
            ("udavit", "victim-assistance"),
        ]
        for (number, (body, step)) in bodies.enumerated() {
            town.clock.turn(to: Town.night.adding(milliseconds: Int64(number + 1) * 180_000))
            let referral = referral(UInt8(number))
            let draft = ReferralDraft(person: person, step: step, institution: body)
            try await town.record(
                [.referral(referral, .drafted(draft)), .referral(referral, .sent(.phone))], in: id)
            guard number < 3 else { continue }
            let proof = Proof(.spokenCode, by: SealedBytes([1]), of: body)
            try await town.record([.referral(referral, .acknowledged(proof, .phone))], in: id)
        }
        try await town.record(
            [
                .person(person, .custodyTaken(Holder(institution: "pnp-station", unit: nil, post: "P-318"))),
                .person(
                    person,
                    .dutyDone(
                        duty: "duty-rights-information",
                        Evidence(document: "PRACTICA 1-2026", day: LimaTime(Town.night).date))),
            ], in: id)
        town.clock.turn(to: Town.night.adding(milliseconds: 9 * 3_600_000))
        return id
    }
}
