import CaseRegister
import JSON
import ReferralDomain
import Testing

/// Protects: what was once stored can be read for ever. A sample is never changed, only added.
struct GoldenEventTests {
    @Test func `every event is stored as its sample says`() throws {
        for (name, event) in try EventSamples.all() {
            let stored: JSON = [
                "name": .string(event.name), "version": .integer(Int64(event.version)),
                "payload": event.payload,
            ]
            try GoldenFile.expect(stored.text(.canonical) + "\n", is: "events/\(name).json")
        }
    }

    @Test func `every sample is read as the event that it was`() throws {
        let events = try EventSamples.all()
        let names = try GoldenFile.names(in: "events").map { String($0.dropLast(".json".count)) }.sorted()
        #expect(names == events.map(\.0).sorted(), "a sample without an event, or an event without a sample")
        for (name, event) in events {
            let json = try JSON(parsing: Array(try GoldenFile.read("events/\(name).json").utf8))
            let stored = try CaseEvent(
                name: try #require(json["name"]?.string),
                version: Int(try #require(json["version"]?.integer)),
                payload: try #require(json["payload"]))
            #expect(stored == event, "\(name)")
        }
    }

    @Test func `no two events have one name`() throws {
        let names = try EventSamples.all().map(\.1.name)
        // The referral to nobody in particular is a second sample of the same event.
        #expect(Set(names).count == names.count - 1)
        #expect(names.count == 53)
    }

    @Test func `an event without one of its members is refused by the member`() throws {
        for (name, event) in try EventSamples.all() {
            guard case .object(let members) = event.payload else { continue }
            let isDraft = event.name == "referral-drafted"
            for member in members where !Self.optional.contains(member.key) {
                // The referral stands first, and the person of a draft may be missing.
                if isDraft, member.key == "person" { continue }
                let rest = JSON.object(members.filter { $0.key != member.key })
                #expect(throws: CaseEvent.Misread.self, "\(name) without \(member.key)") {
                    try CaseEvent(name: event.name, version: event.version, payload: rest)
                }
            }
        }
    }

    /// What a first release may have left out.
    private static let optional: Set<String> = [
        "unit", "municipality", "deadline", "changedBecause", "suggested", "channels",
    ]
}
