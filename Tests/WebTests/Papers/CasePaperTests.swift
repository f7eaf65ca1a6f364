import Access
import CaseRegister
import Catalog
import HTML
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Storage
import Testing

@testable import Web

/// The papers of a case: no name on any but the one that the holder of the duty makes, and each in the log first.
struct CasePaperTests {
    private static let papers = VaultTown.file + "/papeles"
    private static let letter = papers + "/oficio?derivacion=" + VaultTown.referral.text
    private static let delivery = papers + "/acta?derivacion=" + VaultTown.referral.text

    @Test func `no paper carries what is sealed, whoever prints it`() async throws {
        let town = try VaultTown()
        try await town.openCase()
        try await town.refer(to: .protection)
        try await town.open { client in
            _ = try await client.seal(VaultTown.canary, as: .caseManager)
            for member in StaffMember.everybody {
                for path in [Self.papers, Self.papers + "/ficha", Self.letter, Self.delivery] {
                    let page = try await client.get(path, as: member, isFresh: true)
                    #expect(!page.html.contains(VaultTown.canary), "\(path) for \(member.acting.account)")
                }
            }
            let ficha = try await client.get(Self.papers + "/ficha", as: .caseManager)
            #expect(ficha.status == .ok)
            #expect(ficha.text.contains("Reservado") && ficha.text.contains("En hoja aparte"))
        }
    }

    @Test func `who takes a paper stands in the log before it leaves`() async throws {
        let town = try KeeperTown()
        let (id, _) = try await town.openCase()
        let centre = StaffMember.operator.acting
        try await town.record([.file(.claimed(by: centre.unit, municipality: centre.municipality))], in: id)
        try await town.open { client in
            let ficha = "/casos/\(id.text)/papeles/ficha"
            let answer1 = try await client.get(ficha, as: .operator)
            #expect(answer1.status == .ok)
            let leaves = try await town.audit.list(AuditFilter(action: ControlAction.paperMade.rawValue))
            #expect(leaves.map(\.entry.objects) == [[id.text, "ficha"]])
            let answer2 = try await client.get(ficha, as: .otherOperator)
            #expect(answer2.status == .notFound)
            let more = try await town.audit.list(AuditFilter(action: ControlAction.paperMade.rawValue))
            #expect(more.count == 1)
        }
    }

    @Test func `a case of somebody else has no papers`() async throws {
        let town = try VaultTown()
        try await town.openCase()
        try await town.refer(to: .protection)
        try await town.open { client in
            for path in [Self.papers, Self.papers + "/ficha", Self.letter, Self.delivery] {
                for member in [
                    StaffMember.otherOperator, .otherCaseManager, .victims, .coordinator, .auditor,
                ] {
                    let answer3 = try await client.get(path, as: member)
                    #expect(answer3.status == .notFound, "\(path)")
                }
            }
            let unknown = Self.papers + "/oficio?derivacion=" + String(repeating: "f", count: 32)
            let answer4 = try await client.get(unknown, as: .caseManager)
            #expect(answer4.status == .notFound)
            let answer5 = try await client.get(Self.papers + "/otro", as: .caseManager)
            #expect(answer5.status == .notFound)
            // Who received it does not write in the name of the municipality.
            let answer6 = try await client.get(Self.letter, as: .protection)
            #expect(answer6.status == .notFound)
            let answer7 = try await client.get(Self.delivery, as: .protection)
            #expect(answer7.status == .ok)
        }
    }

    @Test func `a letter shows what was filled in, invents no number and keeps nothing`() async throws {
        let town = try VaultTown()
        try await town.openCase()
        try await town.refer(to: .protection)
        try await town.open { client in
            let blank = try await client.get(Self.letter, as: .caseManager)
            #expect(blank.text.contains("Oficio N.º ____"))
            #expect(blank.text.contains("Lima, 23 de noviembre de 2026"))
            let filled = try await client.post(
                Self.letter, ["numero": "000777-2026-PRACTICA", "destinatario": "Jefatura <b>", "anio": ""],
                as: .caseManager)
            #expect(filled.status == .ok)
            #expect(filled.text.contains("Oficio N.º 000777-2026-PRACTICA"))
            #expect(filled.html.contains("Jefatura &lt;b&gt;"))
            #expect(filled.html.contains("value=\"000777-2026-PRACTICA\""))
            let again = try await client.get(Self.letter, as: .caseManager)
            #expect(!again.html.contains("000777"))
        }
    }

    @Test
    func `the sheet with the identity is made only by a holder with a reason, field by field in the log`()
        async throws
    {
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            _ = try await client.seal(VaultTown.canary, as: .caseManager)
            let fields = [
                ActField.person.rawValue: VaultTown.person.text, ActField.sealedField.rawValue: "name",
                ActField.reason.rawValue: "", Paper.formatField: IdentityPaper.format,
            ]
            let refused = try await client.post(VaultTown.reveal, fields, as: .caseManager, isFresh: true)
            #expect(!refused.html.contains(VaultTown.canary))
            var asked = fields
            asked[ActField.reason.rawValue] = try Town.catalog().content.codes["reveal-reasons"]?.codes.first?
                .id
            let stepUp = try await client.post(VaultTown.reveal, asked, as: .caseManager)
            #expect(!stepUp.html.contains(VaultTown.canary))
            #expect(stepUp.hidden[Paper.formatField] == IdentityPaper.format)
            let sheet = try await client.post(VaultTown.reveal, asked, as: .caseManager, isFresh: true)
            #expect(sheet.text.contains(VaultTown.canary))
            #expect(sheet.text.contains("Hoja de identidad"))
            #expect(!sheet.html.contains("formato=pdf"))
            let title = try #require(sheet.html.firstMatch(of: /<title>(.*?)<\/title>/))
            #expect(!title.output.1.contains("Canaria"))
            let leaves = await town.log.list(AuditFilter(action: VaultAction.reveal.rawValue))
            #expect(leaves.count == 1)
            #expect(sheet.text.contains("Hojas de la bitácora: \(leaves[0].position)"))
            for member in [StaffMember.operator, .victims, .coordinator] {
                let other = try await client.post(VaultTown.reveal, asked, as: member, isFresh: true)
                #expect(!other.html.contains(VaultTown.canary))
            }
        }
    }
}
