import Access
import Catalog
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Storage
import Testing

@testable import Web

/// Who may not open a page of the keepers gets what anybody gets for an address that does not exist.
struct KeeperAccessTests {
    private static let pages: [(path: String, page: PagePattern)] = [
        ("/tablero", .board), ("/tablero/00000000000000000000000000000001", .boardCase),
        ("/focos", .places), ("/bitacora", .log), ("/bitacora?archivo=diario", .log),
        ("/emergencias", .reviews), ("/gestion/directorio", .directoryCare), ("/gestion/escalera", .ladder),
        ("/mensajes", .messages), ("/mi-unidad", .channels),
    ]

    @Test(arguments: pages.map(\.path))
    func `without a session every page leads to the entry`(path: String) async throws {
        try await KeeperTown().open { client in
            let visit = try await client.get(path, as: nil)
            #expect(visit.status == .seeOther)
            #expect(visit.headers[.location] == "/entrar")
            #expect(visit.html.isEmpty)
        }
    }

    @Test(arguments: pages.map(\.path), StaffMember.everybody.indices)
    func `a page that is not the role's is byte for byte a page that is not there`(
        path: String, member: Int
    ) async throws {
        let member = StaffMember.everybody[member]
        let page = try #require(Self.pages.first { $0.path == path }?.page)
        let town = try KeeperTown()
        try await town.openCase()
        try await town.open { client in
            let visit = try await client.get(path, as: member)
            let permission = try #require(page.permission)
            let mayOpen =
                PermissionMatrix.carried.mayOpen(permission, as: member.acting.role)
                && (page != .places || Self.seesPlaces(member))
            if mayOpen {
                #expect(visit.status == .ok, "\(member.acting.account) \(path)")
            } else {
                let nowhere = try await client.get("/no-hay-nada-aqui", as: member)
                #expect(visit.status == .notFound)
                #expect(visit.html == nowhere.html)
                let sent = try await client.post(path, ["acto": "elevar"], as: member)
                #expect(sent.status == .notFound || sent.status == .methodNotAllowed)
            }
        }
    }

    /// Places can point at a person: of the officers only the police sees them.
    private static func seesPlaces(_ member: StaffMember) -> Bool {
        member.acting.role != .officer || member.acting.institution.hasPrefix("pnp-")
    }

    @Test(arguments: ["/emergencias", "/gestion/directorio", "/tablero/00000000000000000000000000000001"])
    func `a form without the token of the session does nothing`(path: String) async throws {
        let town = try KeeperTown()
        try await town.openCase()
        try await town.open { client in
            for member in [StaffMember.privacyOfficer, .administrator, .coordinator] {
                let visit = try await client.post(path, [Gate.tokenField: "stolen"], as: member)
                #expect(visit.status == .unprocessableContent || visit.status == .notFound)
            }
        }
    }
}
