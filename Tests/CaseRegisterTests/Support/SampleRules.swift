import CaseRegister
import ReferralDomain

/// Rules as the catalogue gives them, cut down to what the tests need.
enum SampleRules {
    static let rules = ProtocolRules(
        catalogHash: "9f86d081884c7d65", timeRules: [:],
        duties: [
            .init(id: "duty-integrity", owners: ["receiving-institutions"], months: [], condition: .always),
            .init(
                id: "duty-monitoring", owners: ["commission-secretariat"], months: [1, 3, 6, 12],
                condition: .always),
        ],
        ladder: .init(
            rungs: [.acknowledge: [0, 300_000, 900_000, 3_600_000, 86_400_000]],
            goals: [.acknowledge: 600_000, .claim: 30_000], keepInLoopMilliseconds: 604_800_000),
        calendar: OfficeCalendar(holidays: []),
        lists: .init(
            codes: [
                "recipient-change-reasons": ["no-answer", "rejected"],
                "rejection-reasons": ["no-capacity", "not-ours", "conflict"], "hold-reasons": ["capacity"],
                "recall-reasons": ["sent-by-mistake", "consent-withdrawn"], "release-reasons": ["death"],
                "glass-reasons": ["danger-to-life"], "pause-reasons": ["reflection", "health"],
                "closing-reasons": ["plan-met", "death"], "reopening-reasons": ["found-again"],
                "custody-end-reasons": ["with-family"], "shred-reasons": ["court-order"],
                "retelling-reasons": ["no-record"], "glass-verdicts": ["justified"],
                "languages": ["spanish", "quechua"], "goals": ["housing", "school"],
                "fields": ["name", "document"],
            ],
            implicated: ["police": ["pnp-station"], "serenazgo": ["serenazgo"]], centre: "serenazgo",
            dataKeeper: "municipality",
            consentSteps: [
                "victim-assistance": .care, "consular-assistance": .consulate, "adult-shelter": .shelter,
            ]))
}
