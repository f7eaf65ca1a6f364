import Catalog
import HummingbirdTesting
import Testing

@testable import Web

struct ImplicatedPoliceTests {
    @Test func `with a policeman implicated the station is shown nowhere, in any district`() async throws {
        let content = try Town.catalog().content
        let stations = content.contacts.filter { $0.institution == "pnp-station" }.map(\.label)
        #expect(!stations.isEmpty)
        try await Town().open { client in
            let start = try await client.get("/")
            for district in content.districts.map(\.id.text) + [""] {
                let calls = try await client.goOn(
                    from: start, ["district": district, "fact.official-implicated": "police"], to: "calls")
                #expect(calls.calls.first == "tel:1818")
                #expect(!calls.calls.contains("tel:105"))
                for label in stations { #expect(!calls.text.contains(label)) }
            }
        }
    }

    @Test func `with danger to life 105 stays`() async throws {
        try await Town().open { client in
            let start = try await client.get("/")
            let calls = try await client.goOn(
                from: start, ["fact.danger": "yes", "fact.official-implicated": "police"], to: "calls")
            #expect(calls.calls.first == "tel:105")
            #expect(calls.calls.contains("tel:1818"))
        }
    }

    @Test func `an unanswered call keeps the list of numbers as it was`() async throws {
        try await Town().open { client in
            let start = try await client.get("/")
            let before = try await client.goOn(from: start, ["district": Town.sanMartin], to: "calls")
            let after = try await client.goOn(
                from: start,
                ["district": Town.sanMartin, "fact.police-answered": "no", "fact.prosecutor-answered": "no"],
                to: "calls")
            #expect(before.calls == after.calls)
        }
    }
}
