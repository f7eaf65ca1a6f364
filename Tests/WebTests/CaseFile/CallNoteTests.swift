import Access
import CaseRegister
import Catalog
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Storage
import Testing

@testable import Web

/// A number that nobody answers loses trust from the desk on which it was dialled, and a double tap counts once.
struct CallNoteTests {
    private static let referral = ReferralID(random: Array(repeating: 6, count: 16))

    @Test func `an unanswered call is noted in the directory once, for the phones that were shown`()
        async throws
    {
        let (town, id) = try await story()
        try await town.open { client in
            let shown = try await Self.shown(town, id)
            let form = Self.call(isAnswered: false, shown)
            for _ in 0..<2 {
                let done = try await client.post("/casos/\(id.text)/actos", form, as: .operator)
                #expect(done.status == .seeOther)
            }
            let calls = try await town.book.calls()
            #expect(Set(calls.map(\.contact)) == Set(shown))
            #expect(calls.count == shown.count, "a double tap is one call")
            #expect(calls.allSatisfy { $0.outcome == .noAnswer })
            for _ in 0..<2 {
                town.clock.turn(hours: 1)
                _ = try await client.post("/casos/\(id.text)/actos", form, as: .operator)
            }
            #expect(try await town.book.calls().count == 3 * shown.count)
            let notes = try await town.web.site.notes(in: town.book)
            #expect(shown.allSatisfy { notes[$0].trust.level == .failing })
        }
    }

    @Test func `who has answered is noted only where one phone was shown, and none of another body ever`()
        async throws
    {
        let (town, id) = try await story()
        let catalog = try Town.catalog()
        let foreign = try #require(
            catalog.content.contacts.first { $0.institution.text != "fistrap" && $0.kind.isPhone })
        try await town.open { client in
            let shown = try await Self.shown(town, id)
            let first = try #require(shown.first)
            _ = try await client.post(
                "/casos/\(id.text)/actos", Self.call(isAnswered: true, [foreign.id.text, first]),
                as: .operator)
            #expect(try await town.book.calls().map(\.contact) == [first])
            #expect(try await town.book.calls().map(\.outcome) == [.answered])
        }
    }

    private static func call(isAnswered: Bool, _ shown: [String]) -> [String: String] {
        [
            "acto": "llamar", "derivacion": referral.text, "contesto": isAnswered ? "yes" : "no",
            "telefonos": shown.joined(separator: " "),
        ]
    }

    private static func shown(_ town: KeeperTown, _ id: CaseID) async throws -> [String] {
        let state = CaseState(after: try await town.journal.history(of: id))
        let phones = CallablePhones(catalog: try Town.catalog(), now: town.clock.now)
        let found = phones.of("fistrap", in: state).map(\.id.text)
        #expect(!found.isEmpty)
        return found
    }

    private func story() async throws -> (KeeperTown, CaseID) {
        let town = try KeeperTown()
        let opened = try await town.openCase()
        let centre = StaffMember.operator.acting
        let draft = ReferralDraft(person: nil, step: "notify-prosecutor", institution: "fistrap", unit: nil)
        try await town.record(
            [
                .file(.claimed(by: centre.unit, municipality: centre.municipality)),
                .referral(Self.referral, .drafted(draft)), .referral(Self.referral, .sent(.phone)),
            ], in: opened.id)
        return (town, opened.id)
    }
}
