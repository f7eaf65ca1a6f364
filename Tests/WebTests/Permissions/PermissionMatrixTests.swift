import Access
import CaseRegister
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import ReferralDomain
import Testing

@testable import Web

/// Every role, page, object and field against the one file of permissions and the relation to each case.
///
/// What is not somebody's must look, byte for byte, as what never was: in pages, lists, counts, headers and
/// in what is read for them.
@Suite(.serialized)
struct PermissionMatrixTests {
    @Test func `no role gets a byte of what is not theirs, in twenty thousand requests`() async throws {
        let report = try await MatrixRun().report(of: MatrixWho.everybody)
        print(
            """
            permission matrix: \(report.requests) requests and \(report.twins) to the twin, \
            \(Role.allCases.count) roles, \(MatrixWho.everybody.count) visitors, \
            \(PagePattern.allCases.count) routes, \(report.objects.count) objects, \
            \(report.findings.count) unexpected
            """)
        let findings = report.findings.prefix(40).joined(separator: "\n")
        #expect(report.findings.isEmpty, "\(report.findings.count) findings, the first:\n\(findings)")
        #expect(report.requests >= 20_000, "\(report.requests) requests")
        // The harness sees pages at all: what it never saw open, it has not checked.
        for page in [
            "caseFile owner", "caseFile receiver", "caseFile emergency", "boardCase coordinator",
            "inboxReferral receiver", "casePerson owner", "casePerson receiver", "caseRefer owner",
            "caseAcknowledgement owner", "reviews reviewer", "reports reporter",
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
            PagePattern.allCases.flatMap { page in
                // The router answers HEAD with what it answers GET, and adds it when it begins.
                page.methods.filter { $0 != .head }.map { "\($0) \(page.path)" }
            }
                + APIPath.allCases.flatMap { path in
                    path.methods.filter { $0 != .head }.map { "\($0) \(path.path)" }
                })
        let found = Set(router.routes.map { "\($0.method) \($0.path)" })
        #expect(found.subtracting(known).isEmpty, "\(found.subtracting(known).sorted())")
        #expect(known.subtracting(found).isEmpty, "\(known.subtracting(found).sorted())")
    }
}
