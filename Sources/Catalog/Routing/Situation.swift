public import ReferralDomain

/// What is known of one sighting: where, when, and the answers given so far.
public struct Situation: Equatable, Sendable {
    /// Nil while nobody has said where: the route then names only what answers everywhere.
    public var district: Identifier<District>?
    public var at: Instant
    /// One value a fact; a fact that is missing was not asked or not answered.
    public var answers: [Identifier<Fact>: String]

    public init(district: Identifier<District>?, at: Instant, answers: [Identifier<Fact>: String] = [:]) {
        self.district = district
        self.at = at
        self.answers = answers
    }

    /// Why a situation cannot be read; the message names what is allowed.
    public enum Misread: Error, Equatable {
        case district(String)
        case fact(String)
        case derivedFact(String)
        case value(fact: String, value: String, allowed: [String])
    }
}
