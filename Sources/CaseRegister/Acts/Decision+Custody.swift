extension Decision {
    /// Somebody answers for the person from now on. An institution speaks only for itself; the owner writes
    /// down what was agreed by voice.
    func takeCustody(of person: PersonState, _ holder: Holder) throws(Refusal) -> [PersonEvent] {
        try checkMayKnow(holder.institution, "institution")
        try word(holder.post, "post")
        if relation != .owner {
            guard holder.institution == acting.institution, holder.unit == acting.unit else {
                throw .notNow(nil)
            }
        }
        return person.custody.current?.holder == holder ? [] : [.custodyTaken(holder)]
    }

    /// Nobody answers for the person any more; only who did may say so, or the owner.
    func endCustody(of person: PersonState, because reason: String) throws(Refusal) -> [PersonEvent] {
        try code(reason, of: .custodyEnds)
        guard let holder = person.custody.current?.holder else { return [] }
        guard relation == .owner || holder.institution == acting.institution else { throw .notNow(nil) }
        return [.custodyEnded(reason: reason)]
    }
}
