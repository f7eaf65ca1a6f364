import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

/// A practice house says so on every screen, in its title and in words; a real one never does.
struct DrillBandTests {
    @Test(arguments: [true, false])
    func `every page says whether it is a drill`(isPractice: Bool) async throws {
        let town = try await MatrixTown(isPractice: isPractice)
        try await Application(router: town.web.router()).test(.router) { client in
            var pages = 0
            for member in [nil] + StaffMember.everybody.map(Optional.some) {
                for pattern in PagePattern.allCases where pattern.methods.contains(.get) {
                    guard pattern != .queueLive else { continue }
                    for object in pattern.objects(among: Array(town.all.prefix(2))) {
                        let address = MatrixTemplate(.get, pattern).address(of: object)
                        pages += Self.check(
                            try await client.get(address, as: member, isFresh: true), isPractice, address)
                    }
                }
            }
            #expect(pages > 300)
        }
    }

    @Test(arguments: [true, false])
    func `every error page says it too`(isPractice: Bool) async throws {
        let house = try PracticeHouse(isPractice: isPractice)
        try await house.open { client in
            let long = String(repeating: "a", count: FormFields.mostBytes + 1)
            let answers = [
                try await client.get("/nunca-hubo"),
                try await client.execute(uri: "/", method: .put) { Visit($0) },
                try await client.post("/", raw: long),
                try await client.post("/", raw: "a=b", headers: [.contentType: "text/plain"]),
            ]
            for answer in answers { #expect(Self.check(answer, isPractice, "\(answer.status)") == 1) }
        }
    }

    @Test func `a page that says nothing is found`() {
        #expect(!Self.saysIt(Visit(html: "<title>Ruta</title><body><p>SIMULACRO</p></body>")))
        #expect(!Self.saysIt(Visit(html: "<title>SIMULACRO · Ruta</title><body></body>")))
    }

    /// Looks at a page; returns 0 where the answer is none.
    private static func check(_ page: Visit, _ isPractice: Bool, _ address: String) -> Int {
        guard page.headers[.contentType]?.hasPrefix("text/html") == true else { return 0 }
        if isPractice {
            #expect(saysIt(page), "\(address) does not say that it is a drill")
        } else {
            let isSilent = !page.html.contains("class=\"drill\"") && !page.html.contains("<title>SIMULACRO")
            #expect(isSilent, "\(address) of a real house says that it is a drill")
        }
        return 1
    }

    /// In the title, and in words above everything else.
    private static func saysIt(_ page: Visit) -> Bool {
        page.html.contains("<title>SIMULACRO · ") && page.html.contains("<p class=\"drill\"><b>SIMULACRO</b>")
    }
}
