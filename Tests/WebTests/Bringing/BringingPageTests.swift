import CaseRegister
import HTTPTypes
import HummingbirdTesting
import NIOCore
import ReferralDomain
import Standards
import Testing

@testable import Web

/// The file of another office is checked first and taken in whole; nothing of a person is said back.
struct BringingPageTests {
    private static let good = """
        x_case_id;hte_Date;hte_City;prs_Gender;prs_FirstName;nota
        A-1;1/11/2026;San Martín de Porres;Feminine;Zutana;x
        A-2;2/11/2026;Breña;Masculine;Zutana;x
        A-3;;;;Zutana;x
        """

    /// What a browser sends of the form with a file.
    private func send(
        _ parts: [(name: String, bytes: [UInt8])], on client: any TestClientProtocol,
        as member: StaffMember = .caseManager, hasToken: Bool = true
    ) async throws -> Visit {
        var body = ByteBuffer()
        let token = hasToken ? [(Gate.tokenField, Array(member.formToken.utf8))] : []
        for part in token + parts {
            let file = part.0 == BringingRoutes.fileField ? "; filename=\"datos.csv\"" : ""
            body.writeString("--b0\r\nContent-Disposition: form-data; name=\"\(part.0)\"\(file)\r\n\r\n")
            body.writeBytes(part.1)
            body.writeString("\r\n")
        }
        body.writeString("--b0--\r\n")
        let headers: HTTPFields = [
            .contentType: "multipart/form-data; boundary=b0",
            .cookie: "\(Gate.cookieName(WebSettings()))=\(member.token)",
        ]
        return try await client.execute(
            uri: "/cola/traer", method: .post, headers: headers, body: body
        ) { Visit($0) }
    }

    private func check(
        _ file: [UInt8], office: String = "cem", on client: any TestClientProtocol
    ) async throws -> Visit {
        try await send([("entidad", Array(office.utf8)), ("archivo", file)], on: client)
    }

    private func take(_ page: Visit, on client: any TestClientProtocol) async throws -> Visit {
        let table = try #require(page.forms.lazy.compactMap { $0.fields["tabla"] }.first)
        return try await send([("entidad", Array("cem".utf8)), ("tabla", Array(table.utf8))], on: client)
    }

    @Test func `a file is checked first, then taken in once, and a second time changes nothing`() async throws
    {
        let town = try StaffTown()
        try await town.open { client in
            let page = try await check(Array(Self.good.utf8), on: client)
            #expect(page.status == .ok)
            #expect(page.text.contains("Casos que entran3") && page.text.contains("A su cola1"))
            #expect(
                page.text.contains("A la cola de otro distrito2") && page.text.contains("Sin distrito1"))
            #expect(page.text.contains("La columna «prs_FirstName» no se guarda aquí."))
            #expect(page.text.contains("La columna «nota» no es de la norma."))
            #expect(!page.html.contains("Zutana"), "a name comes back")
            #expect(await town.reports.health().lastPosition == 0, "written before anybody confirmed it")

            let taken = try await take(page, on: client)
            #expect(taken.status == .ok && taken.text.contains("Casos traídos"))
            #expect(taken.text.contains("En su cola: 1") && taken.html.contains("/cola?caso="))
            #expect(await town.reports.health().lastPosition == 3)
            let again = try await take(page, on: client)
            #expect(again.status == .ok && again.text.contains("Ya estaba todo. No cambió nada."))
            #expect(await town.reports.health().lastPosition == 3)

            let later = try await check(Array(Self.good.replacing("Breña", with: "Lince").utf8), on: client)
            #expect(later.text.contains("No hay nada que traer.") && later.text.contains("Líneas: 3."))
            let other = try await check(Array(Self.good.utf8), office: "upe", on: client)
            #expect(
                other.text.contains("Casos que entran3"), "one office's numbers were taken for another's")
        }
    }

    @Test func `each case is a report of whoever took the file in`() async throws {
        let town = try StaffTown()
        try await town.open { client in
            _ = try await take(try await check(Array(Self.good.utf8), on: client), on: client)
        }
        let reading = HTCDSReading(Array(Self.good.utf8), under: try Town.catalog(), at: Town.night)
        let office = "\(StaffMember.caseManager.acting.municipality ?? "") cem"
        for found in HTCDSCase.all(in: reading.rows, under: try Town.catalog(), at: Town.night, from: office)
        {
            let history = try await town.reports.history(of: found.report.id)
            #expect(history.map(\.stamp.actor) == [StaffMember.caseManager.acting.account])
            #expect(CaseState(after: history).standing?.facts == found.report.facts)
        }
    }

    @Test func `what is wrong is said by line and column, and never what stood there`() async throws {
        let town = try StaffTown()
        try await town.open { client in
            let file = "x_case_id,hte_Date,prs_MobilePhone\nA-1,23/11/26,Zutana\nA-2,46349,\n"
            let page = try await check(Array(file.utf8), on: client)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("Errores: 3") && page.text.contains("El año tiene dos cifras."))
            #expect(page.text.contains("La fecha llegó como número."))
            #expect(!page.html.contains("Zutana") && !page.html.contains("46349"))
            #expect(page.html.contains("<option value=\"cem\" selected>"), "the office was forgotten")
            #expect(page.forms.allSatisfy { $0.fields["tabla"] == nil })
            #expect(await town.reports.health().lastPosition == 0)
        }
    }

    @Test func `a table that was changed on its way is judged like any other`() async throws {
        let town = try StaffTown()
        try await town.open { client in
            for table in ["x_case_id,x_facts\nA,age=old\n", "x_case_id\n", "", "nada"] {
                let page = try await send([("tabla", Array(table.utf8))], on: client)
                #expect(page.status == .unprocessableContent, "\(table)")
            }
            #expect(await town.reports.health().lastPosition == 0)
        }
    }

    @Test func `a disk that fails keeps nothing of a file, and says so`() async throws {
        let town = try StaffTown()
        try await town.open { client in
            let page = try await check(Array(Self.good.utf8), on: client)
            await town.reports.fail(with: .diskFull)
            let failed = try await take(page, on: client)
            #expect(failed.status == .internalServerError && failed.text.contains("No entró ningún caso."))
            await town.reports.fail(with: nil)
            #expect(await town.reports.health().lastPosition == 0)
            #expect(try await take(page, on: client).text.contains("Casos traídos"))
        }
    }

    @Test func `what is missing or too large is said in words on the page`() async throws {
        let town = try StaffTown()
        try await town.open { client in
            let noOffice = try await send([("archivo", Array(Self.good.utf8))], on: client)
            #expect(noOffice.status == .unprocessableContent && noOffice.text.contains("Falta decir"))
            let noFile = try await check([], on: client)
            #expect(noFile.status == .unprocessableContent && noFile.text.contains("Falta el archivo"))
            let large = try await check(
                Array(repeating: UInt8(ascii: "a"), count: BringingRoutes.mostBytes + 1), on: client)
            #expect(large.status == .contentTooLarge && large.text.contains("El archivo pasa de 4 MB."))
            // A plain form, as a browser without files would send it, loses nothing either.
            let plain = try await client.post("/cola/traer", ["entidad": "cem"], as: .caseManager)
            #expect(plain.status == .unprocessableContent)
            #expect(plain.html.contains("<option value=\"cem\" selected>"))
        }
    }

    @Test func `without the token of the session, and for every other role, there is nothing`() async throws {
        let town = try StaffTown()
        try await town.open { client in
            let parts = [("entidad", Array("cem".utf8)), ("archivo", Array(Self.good.utf8))]
            #expect(try await send(parts, on: client, hasToken: false).status == .unprocessableContent)
            for member in StaffMember.everybody where member.acting.role != .caseManager {
                let (shown, sent) = (
                    try await client.get("/cola/traer", as: member),
                    try await send(parts, on: client, as: member)
                )
                #expect(shown.status == .notFound && sent.status == .notFound)
            }
            #expect(await town.reports.health().lastPosition == 0)
        }
    }

    @Test func `hostile files end in words, keep nothing and are never said back`() async throws {
        let town = try StaffTown()
        let all = HostileFiles.files.filter { $0.bytes.count < BringingRoutes.mostBytes / 2 }
        // A dozen of each kind, spread over all of them: the function itself is tried with every one.
        let tried = stride(from: 0, to: all.count, by: 9).map { all[$0] }
        #expect(tried.count > 30)
        try await town.open { client in
            for (name, bytes) in tried {
                let page = try await check(bytes, on: client)
                let isRead = HTCDSReading(bytes, under: try Town.catalog(), at: Town.night).findings.isEmpty
                #expect(page.status == (isRead && !bytes.isEmpty ? .ok : .unprocessableContent), "\(name)")
                #expect(page.isInert && !page.html.contains(HostileFiles.secret), "\(name)")
            }
            #expect(await town.reports.health().lastPosition == 0)
        }
    }
}
