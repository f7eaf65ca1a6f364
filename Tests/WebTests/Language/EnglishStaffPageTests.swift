import CaseRegister
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Access
@testable import Web

/// Every page of every role in English, over the cases of the permission matrix.
struct EnglishStaffPageTests {
    @Test func `no page of any role has Spanish left, and each has the forms of its Spanish twin`()
        async throws
    {
        let town = try await MatrixTown()
        let spanish = SpanishLeft(try Town.catalog())
        try await Application(router: town.web.router()).test(.router) { client in
            var seen = 0
            for member in StaffMember.everybody {
                for pattern in PagePattern.allCases where Self.isWanted(pattern, member) {
                    for object in pattern.objects(among: Array(town.all.prefix(3))) {
                        let address = MatrixTemplate(.get, pattern).address(of: object)
                        let (own, other) = (
                            Self.cookie(of: member), Self.cookie(of: member) + "; ruta-idioma=en"
                        )
                        let inSpanish = try await client.get(address, headers: [.cookie: own])
                        let page = try await client.get(address, headers: [.cookie: other])
                        #expect(page.status == inSpanish.status, "\(pattern)")
                        let isInEnglish = page.html.isEmpty || page.html.contains("<html lang=\"en\"")
                        #expect(isInEnglish, "\(pattern)")
                        #expect(spanish.found(on: page) == [], "\(member.acting.role) \(pattern)")
                        #expect(page.forms.map(\.name) == inSpanish.forms.map(\.name), "\(pattern)")
                        seen += page.status == .ok ? 1 : 0
                    }
                }
            }
            #expect(seen > 60, "found \(seen) pages: the roles were not let in")
        }
    }

    private static func cookie(of member: StaffMember) -> String {
        "\(Gate.cookieName(WebSettings()))=\(member.token).fresh"
    }

    private static func isWanted(_ pattern: PagePattern, _ member: StaffMember) -> Bool {
        guard pattern.methods.contains(.get), pattern != .queueLive, let permission = pattern.permission
        else { return false }
        return PermissionMatrix.carried.mayOpen(permission, as: member.acting.role)
    }
}
