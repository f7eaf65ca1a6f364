import CaseRegister
import JSON
import ReferralDomain
import Testing

/// Events as they were once stored. A sample is never changed: what it says must be readable for ever.
private enum Golden {
    static let reported = """
        {"reference":"2222-2222","report":{"catalog":{"hash":"9f86d081884c7d65","version":"2026.11.1"},\
        "claimedAt":1795000000000,"district":"150101","facts":{"age":"child","danger":"no","victim-present":"yes"},\
        "id":"00112233445566778899aabbccddeeff","level":"red","people":"one","signs":["A01","D02"],\
        "steps":["call-105","notify-upe"]}}
        """
    static let amended = """
        {"report":{"catalog":{"hash":"9f86d081884c7d65","version":"2026.11.1"},"facts":{"age":"child",\
        "danger":"yes","victim-present":"yes"},"id":"00112233445566778899aabbccddeeff","level":"red",\
        "people":"one","signs":["A01","D02"],"steps":["call-105","notify-upe"]}}
        """
}

struct CaseEventTests {
    @Test func `a reported sighting of version 1 is read for ever`() throws {
        let event = CaseEvent.sightingReported(try Reports.girlAtTheBar(), try Reports.reference())
        let payload = try JSON(parsing: Array(Golden.reported.utf8))
        #expect(try CaseEvent(name: "sighting-reported", version: 1, payload: payload) == event)
        #expect(event.payload.text(.canonical) == Golden.reported)
        #expect((event.name, event.version) == ("sighting-reported", 1))
    }

    @Test func `an amended sighting of version 1 is read for ever`() throws {
        let facts: [StreetReport.Answer] = [
            .init("age", "child"), .init("danger", "yes"), .init("victim-present", "yes"),
        ]
        let event = CaseEvent.sightingAmended(
            try Reports.report(facts: facts, signs: ["A01", "D02"], district: nil))
        let payload = try JSON(parsing: Array(Golden.amended.utf8))
        #expect(try CaseEvent(name: "sighting-amended", version: 1, payload: payload) == event)
        #expect(event.payload.text(.canonical) == Golden.amended)
        #expect((event.name, event.version) == ("sighting-amended", 1))
    }

    @Test(
        arguments: [
            ("sighting-reported", 2, "{}", .unknown),
            ("sighting-forgotten", 1, "{}", .unknown),
            ("sighting-reported", 1, "{}", .member("reference")),
            ("sighting-reported", 1, #"{"reference":"2222-2223"}"#, .member("reference")),
            ("sighting-reported", 1, #"{"reference":"2222-2222"}"#, .report(.missing(.id))),
            ("sighting-amended", 1, #"{"report":{}}"#, .report(.missing(.id))),
        ] as [(String, Int, String, CaseEvent.Misread)])
    func `an event that this release does not know is refused and never guessed`(
        name: String, version: Int, payload: String, misread: CaseEvent.Misread
    ) throws {
        let json = try JSON(parsing: Array(payload.utf8))
        #expect(throws: misread) { try CaseEvent(name: name, version: version, payload: json) }
    }
}
