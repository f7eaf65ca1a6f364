import CaseRegister
import HTTPTypes
import Testing

@testable import Web

/// Fields that have no word of their own, such as an age or a consent: to whoever does not see the field, a
/// town in which it says something else looks the same, byte for byte.
@Suite(.serialized)
struct FieldMatrixTests {
    /// Who has to do with a case and does not see all of it: of a guard's report, of clocks, of an emergency
    /// access, behind the glass, after a recall; and two who see nothing of most cases.
    private static let visitors = [
        StaffMember.sereno, .coordinator, .privacyOfficer, .operator, .defence, .protection,
        .otherCaseManager,
    ]

    @Test(arguments: [CaseField.facts, .signs, .ages, .consents, .reflection, .safeContact, .level])
    func `what somebody does not see of a case changes nothing for them`(field: CaseField) async throws {
        let report = try await matrix(field).report(of: Self.visitors.map(MatrixWho.member))
        print("permission matrix, \(field): \(report.requests) requests and \(report.twins) to the twin")
        let findings = report.findings.prefix(20).joined(separator: "\n")
        #expect(report.twins > 0)
        #expect(report.findings.isEmpty, "\(report.findings.count) findings, the first:\n\(findings)")
    }

    @Test func `a page that shows the field after all is found`() async throws {
        var run = matrix(.ages)
        run.plant = { _, object, answer in
            if object.file != nil, answer.status == .ok { answer.body += "9 años" }
        }
        let report = try await run.report(of: [.member(.coordinator)])
        #expect(report.findings.contains { $0.hasPrefix("ST-01") && $0.contains("twin") })
    }

    private func matrix(_ field: CaseField) -> MatrixRun {
        MatrixRun(
            patterns: PagePattern.allCases.filter { $0.permission != nil },
            isWanted: { $0.method == .get && !$0.name.contains("?") }, altered: field)
    }
}
