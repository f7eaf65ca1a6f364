import CaseRegister
import JSON
import ReferralDomain
import Testing

/// Invented reports: nobody in them ever lived.
enum Reports {
    /// A girl at the door of a bar, as the guard first told it.
    static func girlAtTheBar(claimedAt: Int64? = 1_795_000_000_000) throws -> StreetReport {
        try report(
            facts: [.init("age", "child"), .init("danger", "no"), .init("victim-present", "yes")],
            signs: ["D02", "A01"], claimedAt: claimedAt)
    }

    /// The same report after the guard corrected one answer.
    static func inDangerAfterAll(claimedAt: Int64? = 1_795_000_060_000) throws -> StreetReport {
        try report(
            facts: [.init("age", "child"), .init("danger", "yes"), .init("victim-present", "yes")],
            signs: ["A01", "D02"], claimedAt: claimedAt)
    }

    /// A report with what a test wants to vary.
    static func report(
        id: String = "00112233445566778899aabbccddeeff", facts: [StreetReport.Answer] = [],
        signs: [String] = [],
        claimedAt: Int64? = nil, district: String? = "150101"
    ) throws -> StreetReport {
        try StreetReport(
            id: ReportID(reading: id),
            saw: .init(
                district: district, facts: facts, signs: signs, people: .one,
                claimedAt: claimedAt.map(Instant.init(millisecondsSinceEpoch:))),
            advised: .init(level: "red", requiredSteps: ["call-105", "notify-upe"]),
            by: .init(version: "2026.11.1", hash: "9f86d081884c7d65"))
    }

    /// The reference of the report.
    static func reference() throws -> CaseReference {
        CaseReference(random: Array(repeating: 0, count: 14))
    }
}
