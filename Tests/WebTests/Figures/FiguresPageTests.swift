import Access
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Reports
import Storage
import Testing

@testable import Web

/// The whole way: cases are counted, two people publish, an analyst reads and takes home, anybody sees open data.
struct FiguresPageTests {
    /// A town in which a quarter is over: sixty cases of one district, seven of another.
    private func town() async throws -> KeeperTown {
        let town = try KeeperTown(at: Self.july)
        for number in 1...60 {
            try await town.openCase(
                number, facts: ["sexual-exploitation": "yes", "age": number % 2 == 0 ? "minor" : "adult"])
        }
        for number in 61...67 {
            try await town.openCase(number, facts: ["begging": "yes"], district: "150103")
        }
        town.clock.turn(hours: 123 * 24)
        return town
    }

    private static let july = LimaTime(date: PlainDate(year: 2026, month: 7, day: 10)!, hour: 10, minute: 0)
        .instant
    private static let page = "/cifras/publicar"
    private static let id = String(repeating: "a", count: 32)

    private func propose(_ client: any TestClientProtocol, as member: StaffMember = .coordinator) async throws
        -> Visit
    {
        try await client.post(
            Self.page, ["acto": "proponer", "id": Self.id, "periodo": "2026-q3"], as: member, isFresh: true)
    }

    private func approve(_ client: any TestClientProtocol, as member: StaffMember) async throws -> Visit {
        try await client.post(Self.page, ["acto": "aprobar", "id": Self.id], as: member, isFresh: true)
    }

    @Test func `nothing is seen before a second person has approved it`() async throws {
        let town = try await town()
        try await town.open { client in
            #expect(try await propose(client).status == .seeOther)
            let before = try await client.get("/cifras", as: .analyst)
            #expect(before.html.contains("Todavía no hay cifras publicadas"))
            #expect(try await client.get("/datos/2026-q3.csv").status == .notFound)
            #expect(try await approve(client, as: .coordinator).status == .unprocessableContent)
            #expect(try await approve(client, as: .privacyOfficer).status == .seeOther)
            let after = try await client.get("/cifras", as: .analyst)
            #expect(after.status == .ok)
            #expect(after.html.contains("Trimestre 3 de 2026"))
        }
    }

    @Test func `what is small is a point, and a file says the same as the page`() async throws {
        let town = try await town()
        try await town.open { client in
            _ = try await propose(client)
            _ = try await approve(client, as: .privacyOfficer)
            let file = try await client.get(
                "/cifras/archivo?que=cases&por=district&periodo=2026-q3&forma=csv", as: .analyst)
            let lines = file.html.split(whereSeparator: \.isNewline).map(String.init)
            #expect(lines.count == 1 + 51)
            #expect(lines.contains { $0.hasPrefix("150103,") && $0.hasSuffix(",·") })
            #expect(!file.html.contains(",7"))
            let total = try await client.get(
                "/cifras/archivo?que=cases&periodo=2026-q3&forma=csv", as: .analyst)
            #expect(total.html.split(whereSeparator: \.isNewline).last == "65")
            let excel = try await client.get(
                "/cifras/archivo?que=cases&por=district&periodo=2026-q3&forma=xlsx", as: .analyst)
            #expect(excel.status == .ok)
            #expect(excel.headers[.contentType]?.contains("spreadsheetml") == true)
        }
    }

    @Test func `a table that would be too fine is answered with the nearest one, and is no file`()
        async throws
    {
        let town = try await town()
        try await town.open { client in
            _ = try await propose(client)
            _ = try await approve(client, as: .privacyOfficer)
            let asked = "que=cases&por=district&por-2=age&por-3=gender&periodo=2026-q3"
            let shown = try await client.get("/cifras?\(asked)", as: .analyst)
            #expect(shown.html.contains("sería demasiado fina"))
            #expect(
                try await client.get("/cifras/archivo?\(asked)&forma=csv", as: .analyst).status == .notFound)
        }
    }

    @Test func `every question and every file leave a leaf, in words of the scheme only`() async throws {
        let town = try await town()
        try await town.open { client in
            _ = try await propose(client)
            _ = try await approve(client, as: .privacyOfficer)
            _ = try await client.get("/cifras?que=cases&por=Ana+Quispe&por-2=form", as: .analyst)
            _ = try await client.get("/cifras/archivo?que=cases&por=form&forma=csv", as: .analyst)
        }
        let leaves = try await town.audit.list(.init())
        #expect(
            leaves.map(\.entry.action) == [
                "figures-downloaded", "figures-viewed", "figures-approved", "figures-proposed",
            ])
        #expect(leaves[1].entry.objects == ["2026-q3", "cases", "form"])
    }

    @Test func `whoever may not, finds no page`() async throws {
        let town = try await town()
        try await town.open { client in
            for member in [StaffMember.operator, .administrator, .auditor, .prosecutor, .sereno] {
                let shown = try await client.get("/cifras", as: member).status
                let publishing = try await client.get(Self.page, as: member).status
                #expect(shown == .notFound && publishing == .notFound)
            }
            let analyst = try await client.get(Self.page, as: .analyst).status
            let proposed = try await propose(client, as: .analyst).status
            let refused = try await propose(client, as: .privacyOfficer).status
            #expect(analyst == .notFound && proposed == .notFound && refused == .unprocessableContent)
        }
    }

    @Test func `a quarter that is not over, or without a fresh second factor, is not proposed`() async throws
    {
        let town = try await town()
        try await town.open { client in
            let early = try await client.post(
                Self.page, ["acto": "proponer", "id": Self.id, "periodo": "2026-q4"], as: .coordinator,
                isFresh: true)
            #expect(early.status == .unprocessableContent)
            let stale = try await client.post(
                Self.page, ["acto": "proponer", "id": Self.id, "periodo": "2026-q3"], as: .coordinator)
            #expect(stale.status == .unprocessableContent)
        }
        #expect(try await town.releases.releases().isEmpty)
    }

    @Test func `open data say their noise, their budget and what is left`() async throws {
        let town = try await town()
        try await town.open { client in
            #expect(try await client.get("/datos").status == .ok)
            _ = try await propose(client)
            _ = try await approve(client, as: .privacyOfficer)
            let page = try await client.get("/datos")
            #expect(page.html.contains("2026: quedan 1.5 de 2."))
            let file = try await client.get("/datos/2026-q3.csv")
            let lines = file.html.split(whereSeparator: \.isNewline)
            #expect(
                lines.first == "periodo,dimension,codigo,nombre,conteo_con_ruido,epsilon,mecanismo,minimo")
            #expect(lines.count == 1 + 51 + 6)
            #expect(lines.dropFirst().allSatisfy { $0.hasSuffix(",0.25,discrete-laplace,11") })
        }
    }

    @Test func `no true count is kept anywhere`() async throws {
        let town = try await town()
        try await town.open { client in _ = try await propose(client) }
        let release = try #require(try await town.releases.releases().first)
        let counts = release.figures.cubes.flatMap(\.printed).compactMap(\.self)
        #expect(counts.allSatisfy { $0 % Rounding.base == 0 })
        #expect(release.figures.cube("cases")?.printed.first == 65)
    }
}
