import CaseRegister
import ReferralDomain

/// Invented reports, told apart by a number.
enum Reports {
    static func report(_ number: Int, danger: String = "no", claimedAt: Int64? = 1_000) throws -> StreetReport
    {
        try StreetReport(
            id: id(number),
            saw: .init(
                district: number.isMultiple(of: 3) ? nil : "150101",
                facts: [.init("danger", danger), .init("age", "child")], signs: ["D02", "A01"], people: .one,
                claimedAt: claimedAt.map(Instant.init(millisecondsSinceEpoch:))),
            advised: .init(
                level: danger == "yes" ? "red" : "orange", requiredSteps: ["call-105", "notify-upe"]),
            by: .init(version: "2026.11.1", hash: "9f86d081884c7d65"))
    }

    static func id(_ number: Int) throws -> ReportID {
        let digits = String(number, radix: 16)
        return try ReportID(reading: String(repeating: "0", count: 32 - digits.count) + digits)
    }
}
