import CaseRegister
import Catalog
import Documents
import HTML
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Testing

@testable import Web

/// The papers that anybody prints: the right numbers of each district, every right in each language, and nothing else.
struct PublicPaperTests {
    @Test func `the card of every district has the numbers of its own route`() async throws {
        let town = try Town()
        let districts = try Town.catalog().content.districts
        #expect(districts.count == 50)
        try await town.open { client in
            for district in districts {
                let page = try await client.get("/papeles/tarjeta?distrito=\(district.id)")
                let street = try await client.post(
                    "/",
                    [
                        StreetField.district: district.id.text, StreetField.to: StreetPage.calls.rawValue,
                    ])
                #expect(page.status == .ok)
                let calls = try CardPaper(
                    catalog: Town.catalog(), district: district, now: Town.night
                ).calls
                #expect(calls.count >= 2, "\(district.id)")
                for call in calls {
                    let card = try #require(call.cards.first)
                    #expect(page.text.contains(card.digits), "\(district.id)")
                    // The same numbers as on the street at this hour of the night.
                    #expect(street.html.contains(card.address.text), "\(district.id) \(card.digits)")
                }
            }
        }
    }

    @Test func `whatever is no district, no language and no paper is not there`() async throws {
        try await Town().open { client in
            for path in [
                "/papeles/tarjeta", "/papeles/tarjeta?distrito=999999", "/papeles/hoja?distrito=x",
                "/papeles/derechos?idioma=xx", "/papeles/ficha", "/papeles/%00",
            ] {
                let answer1 = try await client.get(path)
                #expect(answer1.status == .notFound, "\(path)")
            }
        }
    }

    @Test func `each sheet of rights says every right and asks every purpose with three answers`()
        async throws
    {
        let content = try Town.catalog().content
        try await Town().open { client in
            for sheet in content.rightsSheets {
                let page = try await client.get("/papeles/derechos?idioma=\(sheet.id)")
                #expect(page.html.contains("<html lang=\"\(sheet.id)\">"))
                #expect(content.rights(of: sheet).count == content.rights.count)
                for line in content.rights(of: sheet) + content.purposes(of: sheet) {
                    #expect(page.text.contains(line), "\(sheet.id): \(line)")
                }
                let boxes = page.html.matches(of: /class="tick"/).count
                #expect(boxes == content.purposes(of: sheet).count * 3 + 1)
            }
        }
    }

    @Test func `every sheet has a number of its own and all its boxes`() async throws {
        try await Town().open { client in
            let pages = [
                try await client.get("/papeles/hoja?distrito=150101"), try await client.get("/papeles/hoja"),
            ]
            let numbers = pages.map {
                $0.html.firstMatch(of: /bigcode">([^<]*)</).map { String($0.output.1) }
            }
            #expect(Set(numbers).count == 2)
            let boxes = StreetSheetBoxes(try Town.catalog().content).groups.flatMap(\.boxes)
            for page in pages {
                for box in boxes { #expect(page.html.contains("<b>\(box.code)</b>")) }
            }
        }
    }

    @Test func `the file is the paper without its tools, and fetches nothing`() async throws {
        let press = FakePress()
        try await open(press) { client in
            let file = try await client.get("/papeles/tarjeta?distrito=150101&formato=pdf")
            #expect(file.status == .ok)
            #expect(file.headers[.contentType] == "application/pdf")
            #expect(file.headers[.contentDisposition] == "inline; filename=\"tarjeta-150101.pdf\"")
        }
        let page = try #require(press.pages.first)
        #expect(page.contains("<style>") && page.contains("105"))
        for outside in ["<script", "<link", "href=", "src=", "url(", "data-print", "http:"] {
            #expect(!page.contains(outside), "\(outside)")
        }
    }

    @Test(arguments: [PressFault.notInstalled, .busy, .failed])
    func `without a file the paper is still printed by the browser`(_ fault: PressFault) async throws {
        try await open(FakePress(failing: fault)) { client in
            let answer = try await client.get("/papeles/tarjeta?distrito=150101&formato=pdf")
            #expect(answer.status == .serviceUnavailable)
            #expect(answer.text.contains("El archivo no se hizo"))
            #expect(answer.text.contains("Imprimir"))
            let answer2 = try await client.get("/papeles/tarjeta?distrito=150101")
            #expect(answer2.status == .ok)
        }
    }

    @Test func `in a practice house each paper says so, and in a real one none does`() async throws {
        for isPractice in [true, false] {
            let press = FakePress()
            try await open(press, isPractice: isPractice) { client in
                for path in ["/papeles/tarjeta?distrito=150101", "/papeles/hoja", "/papeles/derechos"] {
                    let page = try await client.get(path)
                    #expect(page.text.contains("SIMULACRO") == isPractice, "\(path)")
                    let file = path + (path.contains("?") ? "&" : "?") + "formato=pdf"
                    let answer3 = try await client.get(file)
                    #expect(answer3.status == .ok)
                }
            }
            #expect(press.pages.allSatisfy { $0.contains("SIMULACRO") == isPractice })
        }
    }

    private func open(
        _ press: FakePress, isPractice: Bool = false,
        _ story: @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        var settings = WebSettings()
        settings.isPractice = isPractice
        var ports = WebPorts(reports: MemoryJournal(random: SeededSource()))
        ports.press = press
        var logger = Logger(label: "web-tests")
        logger.logLevel = .critical
        let web = WebApplication(
            catalog: try Town.catalog(), ports: ports, clock: { Town.night }, random: SeededSource(),
            logger: logger, settings: settings)
        try await Application(router: web.router()).test(.router) { try await story($0) }
    }
}
