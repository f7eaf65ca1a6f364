public import CaseRegister
public import ReferralDomain

/// The counts of a period while cases are read one after another; nothing of it is kept.
public struct FigureCount: Sendable {
    public let scheme: FigureScheme
    private let cut: Instant
    private let rules: ProtocolRules
    private var records: [String: [[Int]]] = [:]
    private var times = TimeCount()

    /// - Parameter cut: the moment until which cases were read.
    public init(_ scheme: FigureScheme, until cut: Instant, under rules: ProtocolRules) {
        self.scheme = scheme
        self.cut = cut
        self.rules = rules
    }

    /// Counts one case where it belongs to the period.
    public mutating func add(_ state: CaseState) {
        guard let facts = CaseFacts(state, in: scheme) else { return }
        put(facts.record, into: "cases")
        for person in state.people { add(person, of: facts) }
        for referral in state.referrals { add(referral, of: facts) }
        for duty in state.obligations(under: rules) {
            guard let body = scheme.institutions.firstIndex(of: duty.institution) else { continue }
            let isLate = duty.due.map { $0 < cut } ?? false
            put([body, isLate ? 0 : 1], into: "duties")
        }
    }

    /// What may be published of it; the noise of the open data is drawn, and with it their budget spent.
    public func released(random: any RandomSource, isOpen: Bool) -> ReleasedFigures {
        let cases = records["cases"] ?? []
        let open = isOpen ? scheme.cube("cases").map { OpenPack($0, counting: cases, from: random) } : nil
        return ReleasedFigures(
            scheme: scheme, cut: cut, catalogHash: rules.catalogHash,
            cubes: scheme.cubes.map { SafeRelease($0, counting: records[$0.id] ?? []) },
            times: times.published, open: open)
    }

    private mutating func add(_ person: PersonState, of facts: CaseFacts) {
        let age = FigureScheme.ages.firstIndex(of: person.age.rawValue) ?? FigureScheme.ages.count - 1
        put([age, facts.form, min(person.retold.count, 2), gap(of: person)], into: "people")
        if person.age.countsAsChild { put([measure(for: person, of: facts)], into: "children") }
    }

    private mutating func add(_ referral: Referral, of facts: CaseFacts) {
        guard let told = referral.told?.happened,
            let body = scheme.institutions.firstIndex(of: referral.draft.institution)
        else { return }
        let institution = referral.draft.institution
        let acknowledged = referral.firstEntered(.acknowledged)?.happened
        let wait = acknowledged.map { max(0, $0.millisecondsSinceEpoch - told.millisecondsSinceEpoch) }
        put([body, facts.month, answer(after: wait)], into: "referrals")
        if let seen = facts.seen { times.note(.tell, institution, from: seen, to: told) }
        if let acknowledged { times.note(.acknowledge, institution, from: told, to: acknowledged) }
        if let arrived = referral.firstEntered(.custodyReceived)?.happened {
            times.note(.arrive, institution, from: told, to: arrived)
        }
        guard acknowledged != nil else { return }
        if scheme.police.contains(institution) {
            put([0, facts.district, facts.month, facts.form], into: "complaints")
        } else if scheme.prosecutors.contains(institution) {
            put([1, facts.district, facts.month, facts.form], into: "complaints")
        }
    }

    private mutating func put(_ record: [Int], into cube: String) {
        records[cube, default: []].append(record)
    }

    private func answer(after wait: Int64?) -> Int {
        guard let wait else { return 4 }
        return Self.bands.firstIndex { wait <= $0 } ?? Self.bands.count
    }

    /// How long nobody answered for the person, in all.
    private func gap(of person: PersonState) -> Int {
        guard !person.custody.spans.isEmpty else { return 3 }
        let length = person.custody.gaps(until: cut).reduce(Int64(0)) {
            $0 + $1.upperBound.millisecondsSinceEpoch - $1.lowerBound.millisecondsSinceEpoch
        }
        return length == 0 ? 0 : length < Self.hour ? 1 : 2
    }

    /// Whether child protection did its part for this child within a day of being told.
    private func measure(for person: PersonState, of facts: CaseFacts) -> Int {
        let mine = facts.state.referrals.filter {
            $0.draft.institution == scheme.childProtection && $0.draft.person == person.id
        }
        let waits = mine.compactMap { referral -> Int64? in
            guard let told = referral.told?.happened, let done = referral.firstEntered(.done)?.happened else {
                return nil
            }
            return done.millisecondsSinceEpoch - told.millisecondsSinceEpoch
        }
        return waits.min().map { $0 <= Self.day ? 0 : 1 } ?? 2
    }

    private static let hour: Int64 = 3_600_000
    private static let day: Int64 = 86_400_000
    private static let bands: [Int64] = [900_000, 3_600_000, 86_400_000]
}
