import CaseRegister
import ReferralDomain

/// Rules as small as the tests need, with the ladder and the terms that the catalogue ships.
enum Rules {
    static let minute: Int64 = 60_000
    static let hour: Int64 = 3_600_000
    static let day: Int64 = 86_400_000

    static let standard = ProtocolRules(
        catalogHash: "9f86d081884c7d65", timeRules: timeRules, duties: duties, ladder: ladder,
        calendar: calendar,
        lists: .init(
            codes: [:], implicated: ["police": ["pnp-station"]], centre: "serenazgo",
            dataKeeper: "municipality", toldSteps: ["notify-police"]))

    /// The national holidays of the second half of 2026 and the first days of 2027, and the week of Easter 2027.
    static let holidays = [
        "2026-06-29", "2026-07-23", "2026-07-28", "2026-07-29", "2026-08-06", "2026-08-30", "2026-10-08",
        "2026-11-01",
        "2026-12-08", "2026-12-09", "2026-12-25", "2027-01-01", "2027-03-25", "2027-03-26",
    ]

    static let calendar = OfficeCalendar(holidays: holidays.compactMap { PlainDate(iso: $0) })

    private static let timeRules: [String: ProtocolRules.TimeRule] = [
        "D-01": .init(id: "D-01", versions: [.init(from: nil, term: nil)], targetMilliseconds: 5 * minute),
        "D-09": .init(
            id: "D-09",
            versions: [
                .init(from: PlainDate(iso: "2024-10-11"), term: .init(24, .hours)),
                .init(from: nil, term: nil),
            ], targetMilliseconds: nil),
        "D-15": .init(
            id: "D-15", versions: [.init(from: nil, term: .init(24, .hours))], targetMilliseconds: nil),
        "D-17": .init(
            id: "D-17", versions: [.init(from: nil, term: .init(5, .workingDays))], targetMilliseconds: nil),
    ]

    private static let duties: [ProtocolRules.DutyRule] = [
        .init(id: "duty-integrity", owners: ["receiving-institutions"], months: [], condition: .always),
        .init(id: "duty-basic-support", owners: ["mimp", "upe"], months: [], condition: .always),
        .init(id: "duty-return", owners: ["mre"], months: [], condition: .abroad),
        .init(id: "duty-repatriation", owners: ["mre", "migraciones"], months: [], condition: .foreign),
        .init(id: "duty-monitoring", owners: ["commission-secretariat"], months: [1, 3], condition: .always),
    ]

    private static let ladder = ProtocolRules.Ladder(
        rungs: Dictionary(uniqueKeysWithValues: Obligation.Kind.allCases.map { ($0, rungs($0)) }),
        goals: [
            .claim: 30_000, .acknowledge: 10 * minute, .accept: hour, .reroute: 10 * minute,
            .custody: 15 * minute,
            .duty: 7 * day, .rights: day, .stop: day, .glass: day,
        ], keepInLoopMilliseconds: 7 * day)

    private static func rungs(_ kind: Obligation.Kind) -> [Int64] {
        switch kind {
        case .claim: [0, 30_000, 150_000, 15 * minute, day]
        case .acknowledge: [0, 5 * minute, 15 * minute, hour, day]
        case .accept, .reroute, .custody: [0, 15 * minute, 30 * minute, hour, day]
        case .serve, .review, .rights, .stop, .glass: [0, 4 * hour, day, 3 * day, 7 * day]
        case .duty, .monitor, .goal: [0, 3 * day, 7 * day, 14 * day, 30 * day]
        }
    }
}
