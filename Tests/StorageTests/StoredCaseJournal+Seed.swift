import CaseRegister
import ReferralDomain
import Storage

extension StoredCaseJournal {
    /// A journal with the digest, the seed and the rules of the tests; its clock stands at the end of 2026.
    init(
        on database: any SQLDatabase, seed: UInt64 = 1, rules: ProtocolRules = .none,
        now: Int64 = 1_798_000_000_000
    ) throws(JournalFault) {
        try self.init(on: database, random: SeededSource(seed: seed), rules: rules, now: now)
    }

    /// The same with another source of references.
    init(
        on database: any SQLDatabase, random: any RandomSource, rules: ProtocolRules = .none,
        now: Int64 = 1_798_000_000_000
    ) throws(JournalFault) {
        try self.init(
            on: database, digest: SHA256.digest, random: random, rules: { rules },
            clock: { Instant(millisecondsSinceEpoch: now) })
    }
}

extension ProtocolRules {
    /// Rules under which no clock runs.
    static let none = ProtocolRules(
        catalogHash: "none", timeRules: [:], duties: [],
        ladder: .init(rungs: [:], goals: [:], keepInLoopMilliseconds: 0),
        calendar: OfficeCalendar(holidays: []),
        lists: .init(codes: [:], implicated: [:], centre: "serenazgo", dataKeeper: "municipality"))
}
