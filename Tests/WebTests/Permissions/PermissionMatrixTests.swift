import Access
import CaseRegister
import Hummingbird
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// Every role, page, object and field against the one file of permissions and the relation to each case.
///
/// What is not somebody's must look, byte for byte, as what never was: in pages, lists, counts and headers.
@Suite(.serialized)
struct PermissionMatrixTests {
    @Test func `no role gets a byte of what is not theirs, in twenty thousand requests`() async throws {
        let everybody = StaffMember.everybody.map(MatrixCheck.Who.member) + [.nobody, .ended(.operator)]
        let report = try await Self.run(everybody)
        let findings = report.findings.prefix(40).joined(separator: "\n")
        #expect(report.findings.isEmpty, "\(report.findings.count) findings, the first:\n\(findings)")
        #expect(report.requests >= 20_000, "\(report.requests) requests")
        // The harness sees pages at all: what it never saw open, it has not checked.
        for page in [
            "caseFile owner", "caseFile receiver", "boardCase coordinator", "inboxReferral receiver",
        ] {
            #expect(report.shown.contains(page), "\(page) was never shown")
        }
    }

    @Test func `every page behind the entry has its row, and every row its page`() {
        let pages = PagePattern.allCases.compactMap(\.permission)
        #expect(Set(pages).count == pages.count)
        #expect(Set(pages) == Set(PermissionMatrix.carried.pages.keys))
        for (page, roles) in PermissionMatrix.carried.pages { #expect(!roles.isEmpty, "\(page)") }
    }

    @Test func `every route is one of the pages, with its methods, and every page has its routes`()
        async throws
    {
        let router = try await MatrixTown().web.router()
        let known = Set(
            PagePattern.allCases.flatMap { page in page.methods.map { "\($0) \(page.path)" } })
        let found = Set(router.routes.map { "\($0.method) \($0.path)" })
        #expect(found.subtracting(known).isEmpty, "\(found.subtracting(known).sorted())")
        #expect(known.subtracting(found).isEmpty, "\(known.subtracting(found).sorted())")
    }

    /// Runs the matrix for each visitor, over towns that are used again with their cases set back.
    static func run(
        _ everybody: [MatrixCheck.Who], lists: (@Sendable (TownCases) -> any CaseLists)? = nil,
        plant: @escaping @Sendable (MatrixTemplate, MatrixObject, inout MatrixAnswer) -> Void = { _, _, _ in }
    ) async throws -> MatrixCheck.Report {
        try await withThrowingTaskGroup(of: MatrixCheck.Report.self) { group in
            let lanes = min(3, everybody.count)
            for lane in 0..<lanes {
                let visitors = everybody.enumerated().filter { $0.offset % lanes == lane }.map(\.element)
                group.addTask { try await run(lane: visitors, lists, plant) }
            }
            var all = MatrixCheck.Report()
            for try await report in group { all.add(report) }
            return all
        }
    }

    private static func run(
        lane: [MatrixCheck.Who], _ lists: (@Sendable (TownCases) -> any CaseLists)?,
        _ plant: @escaping @Sendable (MatrixTemplate, MatrixObject, inout MatrixAnswer) -> Void
    ) async throws -> MatrixCheck.Report {
        let town = try await MatrixTown(lists: lists)
        let morning = await town.cases.snapshot()
        var all = MatrixCheck.Report()
        for who in lane {
            await town.cases.restore(morning)
            all.add(
                try await Application(router: town.web.router()).test(.router) { client in
                    try await MatrixCheck(town: town, who: who, plant: plant).run(client)
                })
        }
        return all
    }
}

extension MatrixCheck.Report {
    mutating func add(_ other: Self) {
        requests += other.requests
        findings += other.findings
        shown.formUnion(other.shown)
    }
}
