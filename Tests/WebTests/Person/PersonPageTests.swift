import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

struct PersonPageTests {
    static let person = PersonID(random: Array(repeating: 5, count: 16))

    @Test func `the control centre cannot reveal, and another town sees no person`() async throws {
        let (town, id) = try await story()
        try await town.open { client in
            let form = ["quien": Self.person.text, "campo": "name", "motivo": "attend-person"]
            let reveal = "/casos/\(id.text)/revelar"
            let tried = try await client.post(reveal, form, as: .operator, isFresh: true)
            #expect(tried.status == .notFound)
            let foreign = try await client.get(Self.page(id), as: .otherCaseManager)
            #expect(foreign.status == .notFound)
        }
    }

    @Test func `a refused person verb comes back on the page of the person with what was typed`() async throws
    {
        let (town, id) = try await story()
        try await town.open { client in
            let answer = try await client.post(
                "/casos/\(id.text)/actos",
                [
                    "acto": "deber", "quien": Self.person.text, "volver": "persona",
                    "obligacion": "duty-integrity", "documento": "ACTA 12-2026", "dia": "31/02/2026",
                ], as: .caseManager)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.html.contains("value=\"ACTA 12-2026\""))
            #expect(answer.html.contains("aria-invalid=\"true\""))
            #expect(answer.html.contains("value=\"duty-integrity\" selected"))
        }
    }

    @Test func `doubt about the age counts as a child on the page`() async throws {
        let (town, id) = try await story()
        try await town.open { client in
            let page = try await client.get(Self.page(id), as: .caseManager)
            #expect(page.text.contains("Cuenta como menor de edad"))
            #expect(page.text.contains("Nadie responde"))
        }
    }

    @Test func `the owner sees who has not confirmed a stop, since when, and who has`() async throws {
        let (town, id) = try await story()
        let file = "/casos/\(id.text)"
        let (open, done) = ("Falta que confirme que paró", "Ya paró de usarse")
        try await town.open { client in
            #expect(try await !client.get(file, as: .operator).text.contains("Quién debe parar"))
            try await town.record(
                [
                    .person(Self.person, .ageSettled(.adult)),
                    .person(Self.person, .consentGiven(.care, to: "udavit")),
                    .person(Self.person, .consentGiven(.care, to: "minsa")),
                    .person(Self.person, .consentWithdrawn(.care, to: "udavit")),
                    .person(Self.person, .consentWithdrawn(.care, to: "minsa")),
                ], in: id)
            for path in [file, Self.page(id)] {
                let page = try await client.get(path, as: .operator)
                #expect(page.text.contains("Falta que confirmen: 2."))
                #expect(page.html.matches(of: try Regex(open)).count >= 2)
            }
            try await town.record(
                [.person(Self.person, .stopConfirmed(.care, by: "udavit"))], in: id,
                at: Town.night.adding(milliseconds: 25 * 60_000))
            let page = try await client.get(file, as: .caseManager)
            #expect(page.text.contains("Falta que confirmen: 1."))
            #expect(page.text.contains(open) && page.text.contains(done))
            #expect(page.text.contains("22:40"))
        }
    }

    @Test func `the ninth duty is visited and not done at once, and what the loop owes can be released`()
        async throws
    {
        let (town, id) = try await story()
        try await town.open { client in
            let page = try await client.get(Self.page(id), as: .operator)
            let options = page.html.matches(of: /value="duty-monitoring"/).count
            #expect(options == 1, "to be released, not to be done")
            #expect(page.html.matches(of: /value="duty-integrity"/).count == 2)
            #expect(page.html.contains("value=\"reroute\"") && page.html.contains("value=\"custody\""))
        }
    }

    @Test func `a danger to life is shown beside the no that it passes over, until an hour`() async throws {
        let (town, id) = try await story()
        try await town.record(
            [
                .person(Self.person, .ageSettled(.adult)),
                .person(Self.person, .consentRefused(.care, to: "udavit")),
                .person(Self.person, .consentOverridden(.care, to: "udavit", code: .vitalInterest)),
            ], in: id)
        try await town.open { client in
            let page = try await client.get(Self.page(id), as: .operator)
            #expect(page.text.contains("Dijo que no") || page.text.contains("No quiere"))
            #expect(page.text.contains("su vida corre peligro. Vale hasta el"))
        }
    }

    private static func page(_ id: CaseID) -> String { "/casos/\(id.text)/personas/\(person.text)" }

    private func story() async throws -> (town: StaffTown, id: CaseID) {
        let town = try StaffTown()
        let (id, _) = try await town.openCase()
        let acting = StaffMember.operator.acting
        try await town.record(
            [
                .file(.claimed(by: acting.unit, municipality: acting.municipality)),
                .file(.personAdded(Self.person, age: .doubted)),
            ], in: id)
        return (town, id)
    }
}
