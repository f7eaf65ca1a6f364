import CaseRegister
import Catalog
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

struct StreetFormReadingTests {
    @Test(arguments: [
        ["fact.moon": "yes"], ["fact.danger": "maybe"], ["fact.office-hours": "yes"], ["district": "999999"],
        ["people": "many"], ["sign.Z99": "yes"], ["report": "xyz"], ["report": "ABCDEF"],
        ["fact.age": "a\u{0}b"],
    ])
    func `what is not understood is said, and the rest is kept`(wrong: [String: String]) async throws {
        let town = try Town()
        try await town.open { client in
            let right = ["fact.injury": "no", "sign.A02": "yes", "to": "calls", "from": "start"]
            let answer = try await client.post("/", right.merging(wrong) { $1 })
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Hubo un dato que no se entendió"))
            #expect(answer.hidden["fact.injury"] == "no")
            #expect(answer.hidden["sign.A02"] == "yes")
            #expect(answer.calls.contains("tel:080000205"))
            #expect(await town.journal.health().lastPosition == 0)
        }
    }

    @Test func `the last page is not reached with an answer that was not understood`() async throws {
        try await Town().open { client in
            let answer = try await client.post("/", ["fact.danger": "maybe", "to": "sent", "from": "seen"])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.fields.contains("sign.A01"))
        }
    }

    @Test func `fields that no page has are passed over`() async throws {
        try await Town().open { client in
            let answer = try await client.post("/", ["name": "x", "moon": "full", "to": "calls"])
            #expect(answer.status == .ok)
        }
    }

    @Test func `every value of every fact that may be asked is taken`() async throws {
        let content = try Town.catalog().content
        for fact in content.facts where fact.asked != .derived {
            for value in fact.values {
                let body = "fact.\(fact.id)=\(value.id)&to=sent"
                let reading = StreetFormReading(
                    FormFields(urlEncoded: body.utf8), content: content,
                    fresh: try ReportID(drawnFrom: SeededSource()), now: Instant(millisecondsSinceEpoch: 0))
                #expect(reading.findings.isEmpty)
                #expect(reading.form.answers == [fact.id: value.id])
            }
        }
    }

    @Test(
        arguments: [
            ("1000", 1_000), ("0", 0), ("3000", 3_000), ("3001", nil), ("-1", nil), ("", nil),
            ("9223372036854775808", nil), ("ayer", nil),
        ] as [(String, Int64?)])
    func `the moment of a page is taken only where it is believable`(text: String, taken: Int64?) throws {
        let reading = StreetFormReading(
            FormFields(urlEncoded: "shown=\(text)".utf8), content: try Town.catalog().content,
            fresh: try ReportID(drawnFrom: SeededSource()), now: Instant(millisecondsSinceEpoch: 1_000))
        #expect(reading.form.shownAt?.millisecondsSinceEpoch == taken)
        #expect(reading.findings.isEmpty)
    }
}
