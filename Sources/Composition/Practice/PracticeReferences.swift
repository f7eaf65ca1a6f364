import ReferralDomain

/// Gives every case of a town a reference of its own: among a million, some thirty would otherwise meet.
struct PracticeReferences {
    private var given: Set<CaseReference> = []

    mutating func next(with dice: inout PracticeDice) -> CaseReference {
        while true {
            let reference = CaseReference(random: dice.bytes(14))
            if given.insert(reference).inserted { return reference }
        }
    }
}
