/// Which agreement of an adult a step needs.
enum ConsentPolicy {
    /// The step that tells a consulate about its national.
    static let consularStep = "consular-assistance"
    /// The reason under which a withdrawal recalls referrals.
    static let withdrawn = "consent-withdrawn"

    /// The purpose to be agreed to before the step may be asked of an institution; nil where none is.
    static func purpose(of step: String, under rules: ProtocolRules) -> Purpose? {
        if step == consularStep { return .consulate }
        let own = Purpose.allCases.first { rules.codes[CodeList.steps(for: $0)]?.contains(step) == true }
        if let own { return own }
        return rules.codes[CodeList.consentSteps.rawValue]?.contains(step) == true ? .care : nil
    }
}
