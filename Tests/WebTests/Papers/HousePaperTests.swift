import Access
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// The papers of the house: the shift, the Commission, the silence of a body, an incident.
struct HousePaperTests {
    @Test func `the report of a shift has the open cases of whoever leaves and of nobody else`() async throws
    {
        let town = try StaffTown()
        let mine = try await town.openCase(1)
        let other = try await town.openCase(2)
        let centre = StaffMember.operator.acting
        for (found, who) in [(mine, StaffMember.operator), (other, .colleague)] {
            try await town.record(
                [.file(.claimed(by: centre.unit, municipality: centre.municipality))], in: found.id,
                by: who.acting.account)
        }
        try await town.open { client in
            let page = try await client.get("/relevo/parte", as: .operator)
            #expect(page.status == .ok)
            #expect(page.text.contains(mine.reference.text))
            #expect(!page.text.contains(other.reference.text))
            let answer1 = try await client.get("/relevo/parte", as: .coordinator)
            #expect(answer1.status == .notFound)
        }
    }

    @Test func `the report to the Commission names bodies and codes only`() async throws {
        let town = try StaffTown()
        try await town.openCase()
        try await town.open { client in
            let page = try await client.get("/informe", as: .coordinator)
            #expect(page.status == .ok)
            #expect(page.text.contains("Se cuentan deberes de casos abiertos, no personas ni denuncias."))
            for member in [StaffMember.operator, .analyst, .prosecutor] {
                let answer2 = try await client.get("/informe", as: member)
                #expect(answer2.status == .notFound)
            }
        }
    }

    @Test func `an incident is drafted from the log, and a bad form loses nothing`() async throws {
        let town = try KeeperTown()
        try await town.open { client in
            let empty = try await client.post(
                "/incidentes", ["medidas": "Se cerraron sesiones", "personas": "2"], as: .privacyOfficer)
            #expect(empty.status == .unprocessableContent)
            #expect(empty.text.contains("Elija qué pasó"))
            #expect(empty.html.contains("Se cerraron sesiones"))
            let draft = try await client.post("/incidentes", Self.incident, as: .privacyOfficer)
            #expect(draft.status == .ok)
            #expect(draft.text.contains("Plazo para avisar: 24/11/2026 a las 10:00"))
            #expect(draft.text.contains("Aviso a la persona, en palabras simples"))
            let answer3 = try await client.post("/incidentes", Self.incident, as: .auditor)
            #expect(answer3.status == .notFound)
        }
    }

    @Test func `the log of an incident is counted, never copied`() {
        let who = StaffMember.caseManager.acting
        let leaves = [("reveal", "a"), ("reveal", "b"), ("reveal", "a"), ("search", "c")].enumerated().map {
            AuditLeaf(
                position: Int64($0 + 1),
                entry: AuditEntry($1.0, on: [$1.1], because: nil, by: who, at: Town.night),
                previousHash: "", hash: "")
        }
        let trace = IncidentTrace(leaves, most: 4)
        #expect(
            trace.lines == [
                .init(action: "reveal", count: 3, objects: 2), .init(action: "search", count: 1, objects: 1),
            ])
        #expect(trace.isCut)
        #expect(!IncidentTrace(leaves, most: 5).isCut)
    }

    private static let incident = [
        "tipo": "lost-device", "dia-conocido": "22/11/2026", "hora-conocida": "10:00",
        "dia-desde": "21/11/2026", "hora-desde": "08:00", "dia-hasta": "22/11/2026", "hora-hasta": "09:00",
        "dato-identity": "si", "personas": "1",
    ]
}
