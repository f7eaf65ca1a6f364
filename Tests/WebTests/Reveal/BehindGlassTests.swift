import Access
import CaseRegister
import HTTPTypes
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// Behind the glass what is sealed is a mask: no key is given, and those who must know are told.
struct BehindGlassTests {
    private static let breaker = StaffMember.otherCaseManager

    @Test func `whoever broke the glass sees masks, gets no key and opens nothing`() async throws {
        let town = try VaultTown()
        try await town.openCase()
        try await town.open { client in
            _ = try await client.seal(VaultTown.canary, as: .caseManager)
            try await town.record([Self.broken(at: town.clock.now)])
            _ = try await client.act("edad", ["anos": "doubted"], as: .caseManager)
            let page = try await client.get(VaultTown.page, as: Self.breaker)
            #expect(page.status == .ok)
            #expect(page.html.contains("class=\"mask\""))
            #expect(page.text.contains("Acceso de emergencia hasta"))
            #expect(!page.html.contains("/revelar"))
            let tried = try await client.reveal(as: Self.breaker)
            #expect(tried.status == .forbidden)
            #expect(!tried.html.contains(VaultTown.canary))
            #expect(await town.logged(.revealFailed) == 1)
            for compartment in Compartment.allCases {
                #expect(try await !town.holds(Self.breaker, compartment))
            }
        }
    }

    @Test func `the owner reads on the case who opened it, until it was reviewed`() async throws {
        let town = try VaultTown()
        try await town.openCase()
        try await town.record([Self.broken(at: town.clock.now)])
        try await town.open { client in
            let told = "abrió este caso en una emergencia el 23/11/2026 a las 22:15"
            for member in [StaffMember.operator, .caseManager] {
                let page = try await client.get(VaultTown.file, as: member)
                #expect(page.text.contains(told) && page.text.contains("Hay una vida en peligro"))
            }
            #expect(try await !client.get(VaultTown.file, as: Self.breaker).text.contains(told))
            try await town.record([
                .file(.glassReviewed(by: Self.breaker.acting.account, verdict: "justified"))
            ])
            #expect(try await !client.get(VaultTown.file, as: .operator).text.contains(told))
        }
    }

    @Test func `whoever looks after privacy is told on every page of theirs how many wait`() async throws {
        let town = try KeeperTown()
        let id = try await town.openCase().id
        try await town.open { client in
            let (file, review) = ("/casos/\(id.text)", "/emergencias")
            #expect(try await !client.get(review, as: .privacyOfficer).text.contains("por revisar 1"))
            try await town.record(
                [Self.broken(at: town.clock.now)], in: id, by: Self.breaker.acting.account)
            for path in [file, review] {
                let page = try await client.get(path, as: .privacyOfficer)
                #expect(page.status == .ok)
                #expect(page.text.contains("1 por revisar"), "\(path)")
            }
            let done = try await client.post(
                review,
                [
                    "acto": "revisar", "caso": id.text, "cuenta": Self.breaker.acting.account.text,
                    "fallo": "justified",
                ], as: .privacyOfficer)
            #expect(done.status == .seeOther)
            #expect(try await !client.get(file, as: .privacyOfficer).text.contains("1 por revisar"))
        }
    }

    private static func broken(at now: Instant) -> CaseEvent {
        .file(
            .glassBroken(
                by: breaker.acting.account, unit: breaker.acting.unit,
                approvedBy: StaffMember.otherOperator.acting.account, reason: "danger-to-life",
                until: now.adding(milliseconds: 30 * 60_000)))
    }
}
