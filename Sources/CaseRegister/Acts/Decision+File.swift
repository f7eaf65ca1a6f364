import ReferralDomain

extension Decision {
    /// The relation has shown that the municipality fits; a case that somebody has is theirs alone.
    ///
    /// Where the control centre turns out to be implicated after it took the case, the case management takes it
    /// over: nobody whom it does not exist for any more can hand it on.
    func claim() throws(Refusal) -> [CaseEvent] {
        let claimed = CaseEvent.file(.claimed(by: acting.unit, municipality: acting.municipality))
        guard let unit = state.unit else { return [claimed] }
        if state.owner == acting.account { return [] }
        guard state.isImplicated(rules.centre, under: rules), unit != acting.unit else { throw .notOwner }
        return [claimed]
    }

    /// The shift changes: somebody else of the unit answers from now on.
    ///
    /// Only who answers for the case may give it away; where nobody can reach that person any more, the case
    /// management of the municipality does, so that no case hangs on somebody who has left.
    func handOver(to next: ActorID) throws(Refusal) -> [CaseEvent] {
        guard let owner = state.owner else { throw .notOwner }
        if owner == next { return [] }
        guard owner == acting.account || acting.role == .caseManager else { throw .notOwner }
        return [.file(.handedOver(from: owner, to: next))]
    }

    /// A fact that is known better than the street knew it.
    func settle(_ fact: String, _ value: String) throws(Refusal) -> [CaseEvent] {
        try word(fact, "fact")
        try word(value, "value")
        return state.settledFacts[fact] == value ? [] : [.file(.factSettled(fact: fact, value: value))]
    }

    /// The same sighting as another case, which goes on alone.
    func merge(_ other: CaseID) throws(Refusal) -> [CaseEvent] {
        guard other != id else { throw .notAWord(field: "into") }
        return state.mergedInto == other ? [] : [.file(.merged(into: other))]
    }

    /// A person under an id that the client drew.
    func add(_ person: PersonID, _ age: PersonAge) throws(Refusal) -> [CaseEvent] {
        guard let known = state.person(person) else { return [.file(.personAdded(person, age: age))] }
        guard known.age == age else { throw .notNow(nil) }
        return []
    }
}
