import Access
import CaseRegister
import Catalog
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// A whole drill through the router: the scene, the street as it is, the questions, the score.
struct DrillJourneyTests {
    @Test func `a guard plays a scene to its end, nothing is dialled and no report is made`() async throws {
        let house = try PracticeHouse()
        let scene = try house.scene("street-corner-night")
        try await house.open { client in
            let shown = try await client.post(
                "/practica", ["paso": "ver", "escena": scene.id.text, "turno": "t-0427"])
            for step in scene.seen { #expect(shown.text.contains(step)) }
            var page = try await Self.go(client, shown, ["paso": "calle", "to": "start"], as: scene)
            #expect(page.calls.isEmpty && page.text.contains("SIMULACRO"))
            page = try await Self.go(
                client, page,
                ["fact.danger": "no", "fact.injury": "no", "fact.victim-present": "yes", "to": "calls"])
            #expect(page.calls.isEmpty, "a number of a drill can be dialled")
            #expect(page.text.contains("23:10"))
            for number in ["tel:105", "tel:939482768", "tel:080000205"] {
                var pressed = try await Self.go(client, page, ["llamar": number])
                if number == "tel:939482768" { pressed = page }
                page = pressed
            }
            #expect(page.text.contains("No se llamó a nadie"))
            page = try await Self.go(client, page, ["to": "seen"])
            page = try await Self.go(
                client, page,
                [
                    "fact.age": "doubted", "fact.sexual-exploitation": "yes", "fact.gender": "woman",
                    "sign.B03": "yes", "sign.B05": "yes", "to": "calls",
                ])
            for number in page.pressable { page = try await Self.go(client, page, ["llamar": number]) }
            page = try await Self.go(client, page, ["to": "sent"])
            page = try await Self.go(client, page, ["paso": "preguntas"])
            let answers = ["pregunta.0": "0", "pregunta.1": "0", "paso": "nota"]
            let score = try await Self.go(client, page, answers)
            #expect(score.text.contains("Escena aprobada"), "\(score.text)")
            let again = try await Self.go(client, page, answers)
            #expect(again.text == score.text)
        }
        let results = try await house.results()
        #expect(results.map(\.subject) == ["street-corner-night"])
        #expect(results.first?.signs.present == ["B03", "B05"])
        #expect(results.first?.shift.text == PracticeHouse.shift)
        let report = try ReportID(reading: try #require(results.first).id.text)
        await #expect(throws: (any Error).self, "a drill reached the journal") {
            guard try await house.journal.history(of: report).isEmpty else { return }
            throw JournalFault.damaged
        }
    }

    @Test func `whoever sees no case goes straight to the questions`() async throws {
        let house = try PracticeHouse()
        try await house.open { client in
            let shown = try await client.post(
                "/practica", ["paso": "ver", "escena": "alarm-mother-selling", "turno": "T-0427"])
            let asked = try await client.post(
                "/practica", shown.hidden.merging(["paso": "preguntas", "sin-caso": "si"]) { $1 })
            let score = try await client.post(
                "/practica", asked.hidden.merging(["pregunta.0": "0", "pregunta.1": "0"]) { $1 })
            #expect(score.text.contains("Su nota: 100 de 100"))
        }
        #expect(try await house.results().map(\.isPassed) == [true])
    }

    @Test func `a name is no code, and what was typed stays`() async throws {
        try await PracticeHouse().open { client in
            for typed in ["Ana Quispe", "", "T-", "12345", "T-1234567", "<b>"] {
                let page = try await client.post(
                    "/practica", ["paso": "ver", "escena": "street-corner-night", "turno": typed])
                #expect(page.status == .unprocessableContent, "\(typed)")
                #expect(page.isInert)
            }
        }
    }

    @Test func `in a real house there is no practice, whatever is asked`() async throws {
        try await PracticeHouse(isPractice: false).open { client in
            let unheard = try await client.get("/nunca-hubo")
            for pattern in PagePattern.allCases where pattern.isOfPractice {
                for method: HTTPRequest.Method in [.get, .post, .put] {
                    let page = try await client.execute(uri: pattern.rawValue, method: method) { Visit($0) }
                    #expect(page.status == .notFound, "\(method) \(pattern.rawValue)")
                    #expect(page.html == unheard.html)
                }
            }
        }
    }

    @Test func `the list does not tell which scenes are no case`() async throws {
        let house = try PracticeHouse()
        try await house.open { client in
            let page = try await client.get("/practica")
            let listed = page.html.matches(of: /name="escena" value="([^"]*)"/).map { String($0.output.1) }
            #expect(Set(listed) == Set(house.catalog.content.scenes.map(\.id.text)))
            let alarms = listed.enumerated().filter { $0.element.hasPrefix("alarm-") }.map(\.offset)
            #expect(zip(alarms, alarms.dropFirst()).contains { $1 - $0 > 2 })
            #expect(!page.text.contains(Scene.Kind.falseAlarm.rawValue))
        }
    }

    @Test func `a scene that nobody wrote is refused`() async throws {
        try await PracticeHouse().open { client in
            let page = try await client.post(
                "/practica", ["paso": "ver", "escena": "no-scene", "turno": "T-0427"])
            #expect(page.status == WebFault.unreadable.status)
        }
    }

    /// Sends everything that a page of a drill carries, and what was done on it.
    private static func go(
        _ client: any TestClientProtocol, _ page: Visit, _ done: [String: String], as scene: Scene? = nil
    ) async throws -> Visit {
        var fields = page.filled
        if let scene { fields["district"] = scene.district.text }
        fields["sin-caso"] = nil
        return try await client.post("/practica", fields.merging(done) { $1 })
    }
}

extension Visit {
    /// The numbers that a drill shows as buttons.
    fileprivate var pressable: [String] {
        html.matches(of: /name="llamar" value="([^"]*)"/).map { String($0.output.1) }
    }
}
