import CaseRegister
import HTTPTypes
import ReferralDomain
import Testing

@testable import Web

/// The matrix proves itself: every kind of leak that it looks for is planted once, and must be found.
@Suite(.serialized)
struct MatrixPlantTests {
    @Test func `a queue that forgets the municipality is found`() async throws {
        let report = try await PermissionMatrixTests.run(
            [.member(.protection)], lists: { LeakyLists(cases: $0) })
        #expect(report.findings.contains { $0.contains("/bandeja") && $0.contains("says") })
    }

    @Test func `a word of another case at the end of a page is found`() async throws {
        let mark = MatrixCase(2, units: []).reference.text
        let report = try await PermissionMatrixTests.run(
            [.member(.caseManager)],
            plant: { template, _, answer in
                if template.pattern == .account { answer.body += "<!-- \(mark) -->" }
            })
        #expect(report.findings.contains { $0.contains("says \(mark)") })
    }

    @Test func `a header that tells forbidden from absent is found`() async throws {
        let report = try await PermissionMatrixTests.run(
            [.member(.otherCaseManager), .member(.coordinator)],
            plant: { template, object, answer in
                guard answer.status == .notFound, object.file != nil else { return }
                if template.pattern == .caseFile { answer.headers[.age] = "1" }
            })
        #expect(report.findings.contains { $0.hasPrefix("ST-01") && $0.contains("never was") })
        #expect(report.findings.contains { $0.hasPrefix("GC-72") && $0.contains("absent one") })
    }

    @Test func `a page that opens without a session is found`() async throws {
        let report = try await PermissionMatrixTests.run(
            [.nobody],
            plant: { template, _, answer in
                guard template.pattern == .board, template.method == .get else { return }
                answer.status = .ok
                answer.headers[.location] = nil
            })
        #expect(report.findings.contains { $0.hasPrefix("nobody: GET /tablero") })
    }
}

/// Lists that give every unit the inbox of every other.
struct LeakyLists: CaseLists {
    let cases: TownCases

    func inbox(of unit: UnitID, most: Int) async -> [InboxRow] {
        var rows: [InboxRow] = []
        for unit in Set(StaffMember.everybody.map(\.acting.unit)) {
            rows += await cases.inbox(of: unit, most: most)
        }
        return rows
    }

    func queue(of municipality: String, from start: Int, most: Int) async -> [QueueRow] {
        await cases.queue(of: municipality, from: start, most: most)
    }

    func queueCount(of municipality: String, at now: Instant) async -> QueueCount {
        await cases.queueCount(of: municipality, at: now)
    }

    func obligations(of unit: UnitID, most: Int) async -> [ObligationRow] {
        await cases.obligations(of: unit, most: most)
    }

    func board(_ question: BoardQuestion) async -> [ObligationRow] { await cases.board(question) }

    func boardByInstitution(at now: Instant) async -> [InstitutionRow] {
        await cases.boardByInstitution(at: now)
    }

    func rungsDue(at now: Instant, most: Int) async -> [ObligationRow] {
        await cases.rungsDue(at: now, most: most)
    }

    func places(of municipality: String, at now: Instant) async -> [PlaceRow] {
        await cases.places(of: municipality, at: now)
    }

    func reports(by actor: ActorID, most: Int) async -> [QueueRow] {
        await cases.reports(by: actor, most: most)
    }
}
