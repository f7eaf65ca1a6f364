import CaseRegister
import Catalog
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

struct StreetJourneyTests {
    @Test func `at night in San Martín the prosecutor's free line comes before a sleeping extension`()
        async throws
    {
        try await Town().open { client in
            let start = try await client.get("/")
            let calls = try await client.goOn(from: start, ["district": Town.sanMartin], to: "calls")
            #expect(calls.status == .ok)
            #expect(Array(calls.calls.prefix(2)) == ["tel:105", "tel:1818"])
            #expect(Array(calls.calls.dropFirst(2).prefix(2)) == ["tel:080000205", "tel:+5116255555,,2424"])
            #expect(calls.text.contains("0800-00-205"))
            #expect(calls.text.contains("625-5555 anexo 2424"))
            #expect(calls.text.contains("San Martín de Porres"))
        }
    }

    @Test func `in office hours the extension is the first number of the prosecutor`() async throws {
        try await Town(at: Town.morning).open { client in
            let start = try await client.get("/")
            let calls = try await client.goOn(from: start, ["district": Town.sanMartin], to: "calls")
            #expect(Array(calls.calls.dropFirst(2).prefix(2)) == ["tel:+5116255555,,2424", "tel:080000205"])
        }
    }

    @Test func `from the first look to the receipt in three buttons`() async throws {
        let town = try Town()
        try await town.open { client in
            let start = try await client.get("/")
            #expect(
                start.fields.isSuperset(of: ["fact.danger", "fact.injury", "fact.victim-present", "district"])
            )
            let calls = try await client.goOn(
                from: start, ["district": Town.sanMartin, "fact.danger": "no", "fact.victim-present": "yes"],
                to: "calls")
            let seen = try await client.goOn(from: calls, ["fact.police-answered": "yes"], to: "seen")
            let sent = try await client.goOn(
                from: seen, ["people": "two", "fact.age": "doubted", "sign.A01": "yes"], to: "sent")
            #expect(sent.status == .ok)
            #expect(sent.text.contains("22:15"))

            let id = try ReportID(reading: try #require(start.hidden["report"]))
            let history = try await town.journal.history(of: id)
            #expect(history.map(\.event.name) == ["sighting-reported", "sighting-amended"])
            guard case .sightingAmended(let report) = try #require(history.last).event else { return }
            #expect(report.district == Town.sanMartin)
            #expect(report.people == .two)
            #expect(report.signs == ["A01"])
            #expect(report.value(of: "police-answered") == "yes")
            #expect(report.value(of: "age") == "doubted")
            #expect(report.requiredSteps.contains("notify-child-protection"))
        }
    }

    @Test func `skipped questions stay open and every protection stays on`() async throws {
        let town = try Town()
        try await town.open { client in
            let start = try await client.get("/")
            let calls = try await client.goOn(from: start, [:], to: "calls")
            #expect(calls.status == .ok)
            #expect(calls.calls.contains("tel:105"))
            #expect(calls.calls.contains("tel:080000205"))
            #expect(calls.calls.contains("tel:1810"))
            #expect(calls.fields.contains("district"))
            let id = try ReportID(reading: try #require(start.hidden["report"]))
            let history = try await town.journal.history(of: id)
            guard case .sightingReported(let report, _) = try #require(history.first).event else { return }
            #expect(report.facts.isEmpty)
            #expect(report.people == .unknown)
        }
    }

    @Test func `danger and injury bring their own calls`() async throws {
        try await Town().open { client in
            let start = try await client.get("/")
            #expect(Array(start.calls.prefix(2)) == ["tel:105", "tel:106"])
            let calls = try await client.goOn(
                from: start,
                ["fact.danger": "yes", "fact.injury": "yes", "fact.official-implicated": "police"],
                to: "calls")
            #expect(Array(calls.calls.prefix(2)) == ["tel:105", "tel:106"])
        }
    }

    @Test(arguments: ["", "no", "police", "serenazgo", "other"], ["", "yes"])
    func `no number stands twice among the calls`(implicated: String, danger: String) async throws {
        try await Town().open { client in
            let start = try await client.get("/")
            for injury in ["", "yes"] {
                for district in ["", Town.sanMartin] {
                    let calls = try await client.goOn(
                        from: start,
                        [
                            "fact.danger": danger, "fact.injury": injury, "district": district,
                            "fact.official-implicated": implicated, "fact.age": "minor",
                        ], to: "calls")
                    #expect(calls.calls.count == Set(calls.calls).count, "\(calls.calls)")
                    #expect(!danger.isEmpty ? calls.calls.first == "tel:105" : true)
                    #expect(!calls.text.contains("1818 1818"))
                }
            }
        }
    }

    @Test func `the call about a danger is the call to the police, and says why`() async throws {
        try await Town().open { client in
            let start = try await client.get("/")
            let calls = try await client.goOn(
                from: start, ["fact.danger": "yes", "fact.injury": "yes"], to: "calls")
            let urgent = ["tel:105", "tel:106", "tel:080000205"]
            #expect(calls.calls.filter(urgent.contains) == urgent)
            #expect(calls.text.contains("Peligro 105"))
            #expect(calls.text.contains("Alguien corre peligro."))
            #expect(calls.fields.contains("fact.police-answered"))
        }
    }

    @Test func `after the receipt come the conduct, then what must be done, then what is open`() async throws
    {
        try await Town().open { client in
            let start = try await client.get("/")
            let sent = try await client.goOn(from: start, ["district": Town.sanMartin], to: "sent").html
            let parts = ["class=\"bigcode\"", "id=\"do\"", "id=\"next\""]
            let places = try parts.map { try #require(sent.firstRange(of: $0)?.lowerBound, "\($0)") }
            #expect(places == places.sorted())
            let phases = sent.split(separator: "<li class=\"next\">").dropFirst()
            #expect(phases.contains { $0.contains("Se debe hacer") && $0.contains("Por saber (") })
            for phase in phases {
                let folded = phase.firstRange(of: "Por saber (")?.upperBound ?? phase.endIndex
                #expect(!phase[folded...].contains("Se debe hacer"))
            }
        }
    }

    @Test func `an adult brings no child line`() async throws {
        try await Town().open { client in
            let start = try await client.get("/")
            let calls = try await client.goOn(from: start, ["fact.age": "adult"], to: "calls")
            #expect(!calls.calls.contains("tel:1810"))
        }
    }

    @Test func `sending twice gives the same receipt and one case`() async throws {
        let town = try Town()
        try await town.open { client in
            let start = try await client.get("/")
            let answers = ["district": Town.sanMartin, "fact.age": "minor"]
            let first = try await client.goOn(from: start, answers, to: "sent")
            let second = try await client.goOn(from: start, answers, to: "sent")
            #expect(first.html == second.html)
            let id = try ReportID(reading: try #require(start.hidden["report"]))
            #expect(try await town.journal.history(of: id).count == 1)
        }
    }

    @Test func `two phones that ask for the first page get two reports`() async throws {
        try await Town().open { client in
            let one = try await client.get("/").hidden["report"]
            let other = try await client.get("/").hidden["report"]
            #expect(one != nil && one != other)
        }
    }

    @Test func `the way back keeps every answer`() async throws {
        try await Town().open { client in
            let start = try await client.get("/")
            let calls = try await client.goOn(
                from: start, ["district": "150101", "fact.danger": "yes", "sign.A02": "yes"], to: "calls")
            let back = try await client.goOn(from: calls, [:], to: "start")
            #expect(back.html.contains("value=\"150101\" selected"))
            #expect(back.html.contains("name=\"fact.danger\" value=\"yes\" checked"))
            #expect(back.hidden["sign.A02"] == "yes")
            #expect(back.hidden["report"] == start.hidden["report"])
        }
    }

    @Test func `a sign says something only where nobody has answered`() async throws {
        try await Town().open { client in
            let start = try await client.get("/")
            let implied = try await client.goOn(from: start, ["sign.A07": "yes"], to: "calls")
            #expect(implied.text.contains("Hay peligro ahora"))
            let answered = try await client.goOn(
                from: start, ["sign.A07": "yes", "fact.danger": "no"], to: "calls")
            #expect(!answered.text.contains("Hay peligro ahora"))
        }
    }

    @Test func `the district is remembered on the phone, and only the district`() async throws {
        try await Town(settings: WebSettings(isReachedByHTTPS: true)).open { client in
            let start = try await client.get("/")
            let calls = try await client.goOn(
                from: start, ["district": Town.sanMartin, "fact.age": "minor"], to: "calls")
            let cookie = try #require(calls.headers[.setCookie])
            #expect(cookie.hasPrefix("__Host-distrito=150135;"))
            for part in ["Path=/", "Secure", "HttpOnly", "SameSite=Strict"] { #expect(cookie.contains(part)) }

            let again = try await client.get("/", headers: [.cookie: "__Host-distrito=150135"])
            #expect(again.html.contains("value=\"150135\" selected"))
            let forged = try await client.get("/", headers: [.cookie: "__Host-distrito=\"><script>"])
            #expect(forged.status == .ok)
            #expect(!forged.html.contains("selected"))
        }
    }

    @Test func `no street page claims that anybody was called`() async throws {
        let texts = try Town.catalog().content.texts
        let street = texts.keys.filter { $0.hasPrefix("street.") }
        #expect(street.count > 50)
        for key in SentText.allCases {
            #expect(!texts[key].lowercased().contains("llamado"))
            #expect(!texts[key].lowercased().contains("enviado"))
        }
    }
}
