import CaseRegister
import ReferralDomain

/// What figures read from one case: only what stands in the clear, and never what is guessed.
struct CaseFacts {
    let state: CaseState
    let scheme: FigureScheme
    /// The month in which the first report was registered, from zero within the period.
    let month: Int
    let form: Int

    /// - Returns: nil for a case that is counted elsewhere: merged into another one, or opened outside the period.
    init?(_ state: CaseState, in scheme: FigureScheme) {
        guard let opened = state.opened?.registered, state.mergedInto == nil,
            opened >= scheme.period.start, opened < scheme.period.end
        else { return nil }
        self.state = state
        self.scheme = scheme
        month = LimaTime(opened).date.month - scheme.period.months.lowerBound
        form = Self.form(of: state)
    }

    /// In the order of the facts of the cube of cases.
    var record: [Int] {
        [
            district, month, form, place(state.fact("age"), FigureScheme.ages),
            place(state.fact("gender"), FigureScheme.genders),
            place(state.fact("nationality"), FigureScheme.nationalities), stage, outcome, presence,
        ]
    }

    var district: Int {
        let last = scheme.districts.count - 1
        return state.standing?.district.flatMap { scheme.districts.firstIndex(of: $0) } ?? last
    }

    /// When somebody saw it, as far as anybody said.
    var seen: Instant? {
        guard let opened = state.opened else { return nil }
        return state.standing?.claimedAt ?? opened.happened
    }

    /// The value of a fact; the last one, unknown, where nobody said or the word is another one.
    private func place(_ value: String?, _ values: [String]) -> Int {
        value.flatMap { values.firstIndex(of: $0) } ?? values.count - 1
    }

    /// How far the case came, whatever happened to it afterwards.
    private var stage: Int {
        let states = Set(state.referrals.flatMap { $0.hops.map(\.state) })
        if states.contains(.custodyReceived) || states.contains(.done) { return 4 }
        if states.contains(.acknowledged) || states.contains(.accepted) { return 3 }
        if states.contains(.sent) || states.contains(.called) || states.contains(.delivered) { return 2 }
        return state.claimed == nil ? 0 : 1
    }

    private var outcome: Int {
        guard state.closed != nil else { return 0 }
        switch state.closing?.reason {
        case "plan-met": return 1
        case "not-trafficking": return 2
        default: return 3
        }
    }

    private var presence: Int {
        let told = state.referrals.filter {
            scheme.prosecutors.contains($0.draft.institution) && $0.told != nil
        }
        let came = told.contains { referral in
            referral.draft.step == scheme.prosecutorStep
                && referral.hops.contains { $0.state == .custodyReceived || $0.state == .done }
        }
        return came ? 0 : told.isEmpty ? 2 : 1
    }

    /// By purpose, as the police and the prosecution print it; several at once are a value of their own.
    private static func form(of state: CaseState) -> Int {
        let seen = groups.map { group in group.contains { state.fact($0) == "yes" } }
        let found = seen.indices.filter { seen[$0] }
        guard let first = found.first else { return FigureScheme.forms.count - 1 }
        return found.count == 1 ? first : groups.count
    }

    private static let groups = [
        ["sexual-exploitation"], ["labour-exploitation", "domestic-servitude"], ["begging", "forced-crime"],
        ["child-sale", "organ-removal", "other-exploitation"],
    ]
}
