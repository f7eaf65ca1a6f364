import CaseRegister
import Catalog
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// What somebody typed is still on the page, whatever became of the case meanwhile.
struct KeptAnswersTests {
    /// What became of the case between the page and the form.
    enum Meanwhile: CaseIterable, Sendable {
        case nothing, goneOn, recalled, merged, closed

        var events: [CaseEvent] {
            switch self {
            case .nothing: []
            case .goneOn: [.file(.factSettled(fact: "age", value: "minor"))]
            case .recalled: [.referral(KeptAnswersTests.referral, .recalled(reason: "duplicate"))]
            case .merged: [.file(.merged(into: KeptAnswersTests.other))]
            case .closed: [.file(.closed(reason: "plan-met", by: StaffMember.caseManager.acting.account))]
            }
        }
    }

    static let person = PersonID(random: Array(repeating: 0xAA, count: 16))
    static let referral = ReferralID(random: Array(repeating: 0xBB, count: 16))
    static let other = try! CaseID(reading: String(repeating: "9", count: 32))

    @Test(arguments: Meanwhile.allCases)
    func `whatever verb is refused, on a stale page or a new one, all that was typed stays`(
        meanwhile: Meanwhile
    ) async throws {
        let names = CatalogNames(try Town.catalog())
        let (town, id) = try await story(meanwhile)
        try await town.open { client in
            var refused = 0
            for (word, fields) in ActReadingTests.forms {
                for back in ["caso", "persona"] {
                    var sent = Dictionary(uniqueKeysWithValues: fields.map { ($0.key.rawValue, $0.value) })
                    sent[ActForm.actField] = word.text
                    sent[ActForm.seenField] = "1"
                    sent[ActField.back.rawValue] = back
                    let answer = try await client.post("/casos/\(id.text)/actos", sent, as: .operator)
                    guard answer.status != .seeOther else { continue }
                    refused += 1
                    for (field, value) in fields where Self.isTyped(field) && !value.isEmpty {
                        #expect(
                            Self.stands(value, field, on: answer, names),
                            "\(meanwhile), \(word), \(back): \(field) \(value)")
                    }
                }
            }
            #expect(refused > 20)
        }
    }

    @Test func `what still has its form stands there and nowhere else`() async throws {
        let (town, id) = try await story(.nothing)
        try await town.open { client in
            let answer = try await client.post(
                "/casos/\(id.text)/actos", ["acto": "unir", "codigo": "no hay"], as: .operator)
            #expect(answer.html.contains("value=\"no hay\""))
            #expect(answer.kept == nil)
            #expect(try await client.get("/casos/\(id.text)", as: .operator).kept == nil)
        }
    }

    /// Ids are carried, not typed.
    private static func isTyped(_ field: ActField) -> Bool {
        ![.referral, .person, .account, .rung, .fact, .unit].contains(field)
    }

    /// Whether a value stands in its field, or in words in the box of what was typed.
    private static func stands(
        _ value: String, _ field: ActField, on page: Visit, _ names: CatalogNames
    ) -> Bool {
        let inField =
            ["\(value)\" selected", "\(value)\" checked"].contains { page.html.contains("value=\"\($0)") }
            || page.html.contains("type=\"text\" name=\"\(field.rawValue)\" value=\"\(value)\"")
        if inField || page.hidden[field.rawValue] == value { return true }
        guard let kept = page.kept else { return false }
        let lists = names.catalog.content.codes.compactMap {
            names.catalog.content.label(of: value, in: $0.id.text)
        }
        let said =
            lists + [value, names.institution(value), names.duty(value), names.value(value, of: "age")]
            + [names.texts[CommonText.yes], names.texts[CommonText.no]]
        if field == .obligation || field == .age { return kept.contains("<dd>") || kept.contains("<td>") }
        return said.contains { kept.contains($0) }
    }

    private func story(_ meanwhile: Meanwhile) async throws -> (town: StaffTown, id: CaseID) {
        let town = try StaffTown()
        let (id, _) = try await town.openCase()
        let acting = StaffMember.operator.acting
        let draft = ReferralDraft(
            person: Self.person, step: "child-measure", institution: "upe",
            unit: StaffMember.protection.acting.unit)
        try await town.record(
            [
                .file(.claimed(by: acting.unit, municipality: acting.municipality)),
                .file(.personAdded(Self.person, age: .minor)), .referral(Self.referral, .drafted(draft)),
                .referral(Self.referral, .sent(.inSystem)),
            ] + meanwhile.events, in: id)
        return (town, id)
    }
}
