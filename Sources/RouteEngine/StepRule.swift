public import ReferralDomain

/// One step as numbers: when it is owed, and to which institution.
public struct StepRule: Equatable, Sendable {
    public let phase: Phase
    public let condition: ConditionProgram
    /// Required while the condition is open: not knowing never delays protection.
    public let isPrecaution: Bool
    /// The institution unless one of the variants holds.
    public let institution: UInt8
    /// The first variant that holds names the institution.
    public let variants: [InstitutionVariant]
    public let offOnceSettled: SettledTest?
    public let onOnceSettled: SettledTest?
    /// Stands before every other step once settled.
    public let firstOnceSettled: SettledTest?

    public init(
        phase: Phase, condition: ConditionProgram, isPrecaution: Bool, institution: UInt8,
        variants: [InstitutionVariant] = [], settled: SettledRules = SettledRules()
    ) {
        self.phase = phase
        self.condition = condition
        self.isPrecaution = isPrecaution
        self.institution = institution
        self.variants = variants
        offOnceSettled = settled.off
        onOnceSettled = settled.on
        firstOnceSettled = settled.first
    }

    /// Another institution for the same step, while a condition holds.
    public struct InstitutionVariant: Equatable, Sendable {
        public let condition: ConditionProgram
        public let institution: UInt8

        public init(condition: ConditionProgram, institution: UInt8) {
            self.condition = condition
            self.institution = institution
        }
    }

    /// The settled tests of one step.
    public struct SettledRules: Equatable, Sendable {
        public var off: SettledTest?
        public var on: SettledTest?
        public var first: SettledTest?

        public init(off: SettledTest? = nil, on: SettledTest? = nil, first: SettledTest? = nil) {
            self.off = off
            self.on = on
            self.first = first
        }
    }

    /// Every fact that can change this step's status or institution.
    public var facts: FactSet {
        var touched = condition.facts
        for variant in variants { touched.formUnion(variant.condition.facts) }
        for test in [offOnceSettled, onOnceSettled, firstOnceSettled] {
            if let test { touched.insert(test.fact) }
        }
        return touched
    }
}
