/// Which agreement of an adult a step needs.
enum ConsentPolicy {
    /// The reason under which a withdrawal recalls referrals.
    static let withdrawn = "consent-withdrawn"

    /// The purpose to be agreed to before the step may be asked of an institution; nil where none is.
    static func purpose(of step: String, under rules: ProtocolRules) -> Purpose? { rules.consentSteps[step] }
}
