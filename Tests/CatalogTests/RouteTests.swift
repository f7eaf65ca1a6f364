import Catalog
import ReferralDomain
import RouteEngine
import Testing

struct RouteTests {
    let night = Instant(rfc3339: "2026-11-23T22:15:00-05:00")
    let morning = Instant(rfc3339: "2026-11-23T10:00:00-05:00")

    private func route(
        _ district: String = "150135", at: Instant?, _ answers: [Identifier<Fact>: String] = [:]
    ) throws -> Route {
        try RealCatalog.catalog().route(
            of: Situation(district: Identifier(district), at: try #require(at), answers: answers))
    }

    @Test func `at night in San Martín de Porres the number that answers comes first`() throws {
        let prosecutor = try #require(try route(at: night)["notify-prosecutor"])
        #expect(prosecutor.institution.id == "fistrap")
        #expect(prosecutor.contacts.map(\.value).prefix(2) == ["080000205", "016255555"])
        #expect(prosecutor.contacts[1].extension == "2424")
        #expect(try route(at: night)["notify-police"]?.firstCall?.value == "105")
    }

    @Test func `in office hours the specialised prosecutor comes first`() throws {
        let prosecutor = try #require(try route(at: morning)["notify-prosecutor"])
        #expect(prosecutor.firstCall?.extension == "2424")
    }

    @Test func `when the prosecutor does not answer the duty prosecutor is called`() throws {
        let asked = try route(at: morning, ["prosecutor-answered": "no"])
        #expect(asked["notify-prosecutor"]?.institution.id == "duty-prosecutor")
        #expect(asked["notify-prosecutor"]?.firstCall?.value == "080000205")
        #expect(asked.nextQuestions.allSatisfy { $0.id != "prosecutor-answered" })
    }

    @Test func `an implicated police station is never told`() throws {
        let bent = try route(at: night, ["official-implicated": "police"])
        #expect(bent["notify-police"]?.status == .notNeeded)
        #expect(bent["notify-police-unit"]?.status == .required)
        #expect(bent["report-hotline"]?.status == .required)
        #expect(!bent.steps.contains { $0.institution.id == "pnp-station" })
    }

    @Test func `not knowing the age calls child protection by precaution`() throws {
        let step = try #require(try route(at: night)["notify-child-protection"])
        #expect(step.status == .requiredByPrecaution)
        #expect(step.pendingOn.map(\.id) == ["age"])
        let adult = try route(at: night, ["age": "adult"])
        #expect(adult["notify-child-protection"]?.status == .notNeeded)
    }

    @Test func `the example of the vocabulary is immediate`() throws {
        let example = try route(
            at: night, ["age": "doubted", "sexual-exploitation": "yes", "danger": "no"])
        #expect(example.level.id == "immediate")
        #expect(!example.nextQuestions.map(\.id).contains("danger"))
        #expect(example.nextQuestions.map(\.id).starts(with: ["injury", "victim-present"]))
    }

    /// Both ask the same engine; the shorter way must never ask for less.
    @Test(arguments: ["yes", "no", "unknown"], ["minor", "doubted", "adult", "unknown"])
    func `the next questions are those of the route`(danger: String, age: String) throws {
        let catalog = try RealCatalog.catalog()
        let said: [Identifier<Fact>: String] = ["danger": danger, "age": age]
        let answers = said.filter { $0.value != "unknown" }
        let situation = Situation(district: "150135", at: try #require(night), answers: answers)
        let asked = try catalog.nextQuestions(in: situation).map(\.id)
        #expect(asked == (try catalog.route(of: situation).nextQuestions.map(\.id)))
        #expect(!asked.isEmpty)
    }

    @Test func `without a district only what serves everywhere is named`() throws {
        let catalog = try RealCatalog.catalog()
        let route = try catalog.route(of: Situation(district: nil, at: try #require(night)))
        #expect(route["notify-prosecutor"]?.firstCall?.value == "080000205")
        #expect(route["notify-police"]?.firstCall?.value == "105")
    }

    @Test func `a person abroad starts at the ministry of foreign affairs`() throws {
        let abroad = try route(at: night, ["abroad": "yes", "danger": "yes"])
        #expect(abroad.steps.first?.institution.id == "mre")
        #expect(abroad["emergency-police"]?.status == .notNeeded)
        #expect(abroad["notify-police"]?.status == .notNeeded)
        #expect(abroad["notify-police-unit"]?.status == .required)
        #expect(abroad["notify-prosecutor"]?.status == .required)
    }

    @Test func `every district reaches its prosecutor with the first call at any hour`() throws {
        let catalog = try RealCatalog.catalog()
        for district in catalog.content.districts {
            for hour in 0..<24 {
                let time = LimaTime(date: try #require(PlainDate(iso: "2026-11-24")), hour: hour, minute: 30)
                let route = try catalog.route(of: Situation(district: district.id, at: time.instant))
                let first = route["notify-prosecutor"]?.firstCall
                let isOffice = catalog.calendar.isOpen(at: time)
                #expect(isOffice || first?.hours == .always, "\(district.name) at \(hour)")
            }
        }
    }

    @Test func `an unknown word is refused and names what is allowed`() throws {
        let catalog = try RealCatalog.catalog()
        let at = try #require(night)
        #expect(throws: Situation.Misread.fact("edad")) {
            try catalog.route(of: Situation(district: "150135", at: at, answers: ["edad": "x"]))
        }
        #expect(
            throws: Situation.Misread.value(fact: "age", value: "x", allowed: ["minor", "doubted", "adult"])
        ) {
            try catalog.route(of: Situation(district: "150135", at: at, answers: ["age": "x"]))
        }
        #expect(throws: Situation.Misread.district("999999")) {
            try catalog.route(of: Situation(district: "999999", at: at))
        }
        #expect(throws: Situation.Misread.derivedFact("office-hours")) {
            try catalog.route(of: Situation(district: "150135", at: at, answers: ["office-hours": "yes"]))
        }
    }
}

extension RouteStep {
    /// The next call to make: the first contact that is a phone.
    fileprivate var firstCall: Contact? { contacts.first { $0.kind.isPhone } }
}
