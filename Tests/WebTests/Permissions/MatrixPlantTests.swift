import CaseRegister
import HTTPTypes
import ReferralDomain
import Testing

@testable import Web

/// The matrix proves itself: every kind of leak that it looks for is planted once, and must be found.
@Suite(.serialized)
struct MatrixPlantTests {
    @Test func `without a planted fault these pages have no finding`() async throws {
        let run = MatrixRun(patterns: [.account, .caseFile, .inbox, .queue, .board])
        let report = try await run.report(of: [
            .member(.protection), .member(.caseManager), .member(.otherCaseManager), .member(.coordinator),
            .member(.analyst), .nobody,
        ])
        #expect(report.requests > 0)
        #expect(report.findings.isEmpty, "\(report.findings.prefix(10).joined(separator: "\n"))")
    }

    @Test func `an inbox that forgets the unit is found`() async throws {
        let run = MatrixRun(patterns: [.inbox], lists: { LeakyLists(cases: $0, leak: .inbox) })
        let report = try await run.report(of: [.member(.protection)])
        #expect(report.findings.contains { $0.contains("/bandeja") && $0.contains("says") })
        #expect(report.findings.contains { $0.contains("/bandeja") && $0.contains("twin") })
    }

    @Test func `a count that knows of the cases of others is found, though it shows none`() async throws {
        let run = MatrixRun(patterns: [.queue], lists: { LeakyLists(cases: $0, leak: .count) })
        let report = try await run.report(of: [.member(.caseManager)])
        #expect(report.findings.contains { $0.hasPrefix("GC-02: GET /cola") && $0.contains("twin") })
        #expect(!report.findings.contains { $0.contains("says") })
    }

    @Test func `a field of another case at the end of a page is found`() async throws {
        let foreign = MatrixCase(2, units: [])
        for mark in [foreign.reference.text, foreign.word(.custody), foreign.word(.thread)] {
            let run = MatrixRun(
                patterns: [.account],
                plant: { template, _, answer in
                    if template.method == .get { answer.body += "<!-- \(mark) -->" }
                })
            let report = try await run.report(of: [.member(.caseManager)])
            #expect(report.findings.contains { $0.contains("says \(mark) of case 2") })
        }
    }

    @Test func `a field of a case that is shown without that field is found`() async throws {
        let mark = MatrixCase(1, units: []).word(.thread)
        let run = MatrixRun(
            patterns: [.caseFile],
            plant: { _, object, answer in
                if answer.status == .ok, object.file?.number == 1 { answer.body += mark }
            })
        let report = try await run.report(of: [.member(.protection), .member(.caseManager)])
        #expect(report.findings.contains { $0.hasPrefix("UP-03") && $0.contains("says \(mark)") })
        #expect(!report.findings.contains { $0.hasPrefix("GC-02") && $0.contains("says") })
    }

    @Test func `a header that tells forbidden from absent is found`() async throws {
        let run = MatrixRun(
            patterns: [.caseFile],
            plant: { _, object, answer in
                guard answer.status == .notFound, object.file != nil else { return }
                answer.headers[.age] = "1"
            })
        let report = try await run.report(of: [.member(.otherCaseManager), .member(.coordinator)])
        #expect(report.findings.contains { $0.hasPrefix("ST-01") && $0.contains("never was") })
        #expect(report.findings.contains { $0.hasPrefix("GC-72") && $0.contains("absent one") })
        #expect(report.findings.contains { $0.hasPrefix("GC-72") && $0.contains("twin") })
    }

    @Test func `one more question about a case that is not theirs is found, by no clock`() async throws {
        let run = MatrixRun(
            patterns: [.caseFile],
            plant: { _, object, answer in
                guard answer.status == .notFound, object.file != nil else { return }
                answer.asked.append("history")
            })
        let report = try await run.report(of: [.member(.otherCaseManager), .member(.analyst)])
        #expect(report.findings.contains { $0.hasPrefix("GC-72") && $0.contains("absent one asks") })
        #expect(report.findings.contains { $0.hasPrefix("AN-01") && $0.contains("asked visitor history") })
    }

    @Test func `a role too many is found`() async throws {
        let run = MatrixRun(
            patterns: [.board],
            plant: { _, _, answer in if answer.status == .notFound { answer.status = .ok } })
        let report = try await run.report(of: [.member(.analyst)])
        #expect(report.findings.contains { $0.hasPrefix("AN-01: GET /tablero") && $0.contains("never was") })
    }

    @Test func `a role too few is found`() async throws {
        let run = MatrixRun(
            patterns: [.board],
            plant: { template, _, answer in if template.method == .get { answer.status = .notFound } })
        let report = try await run.report(of: [.member(.coordinator)])
        #expect(report.findings.contains { $0.hasPrefix("ST-01") && $0.contains("whoever may see it") })
    }

    @Test func `a page that opens without a session is found`() async throws {
        let run = MatrixRun(
            patterns: [.board],
            plant: { template, _, answer in
                guard template.method == .get else { return }
                answer.status = .ok
                answer.headers[.location] = nil
            })
        let report = try await run.report(of: [.nobody])
        #expect(report.findings.contains { $0.hasPrefix("nobody: GET /tablero") })
    }
}
