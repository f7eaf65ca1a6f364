import ReferralDomain

extension Decision {
    /// One verb on one person.
    func person(_ id: PersonID, _ verb: PersonVerb) throws(Refusal) -> Outcome {
        guard let person = state.person(id) else { throw .unknown }
        if case .message(let channel, let isNamed) = verb {
            return try message(to: person, by: channel, namesInstitution: isNamed)
        }
        if case .requestStatement(let institution) = verb {
            return try requestStatement(of: person, by: institution)
        }
        if case .withdrawConsent(let purpose, let recipient) = verb {
            return Outcome(try withdraw(purpose, from: recipient, of: person))
        }
        return Outcome(try events(for: person, verb).map { .person(id, $0) })
    }

    private func events(for person: PersonState, _ verb: PersonVerb) throws(Refusal) -> [PersonEvent] {
        switch verb {
        case .seal(let field, let compartment, let envelope):
            try seal(field, in: compartment, envelope, of: person)
        case .shred(let reason): try shred(person, because: reason)
        case .settleAge(let age): person.age == age ? [] : [.ageSettled(age)]
        case .takeCustody(let holder): try takeCustody(of: person, holder)
        case .endCustody(let reason): try endCustody(of: person, because: reason)
        case .giveConsent(let purpose, let to): try give(purpose, to: to, by: person)
        case .refuseConsent(let purpose, let to): try refuse(purpose, to: to, by: person)
        case .confirmStop(let purpose, let by): try confirmStop(of: purpose, by: by, person)
        case .overrideConsent(let purpose, let to, let code):
            try override(purpose, to: to, code, of: person)
        case .startReflection(let days): try startReflection(of: person, days: days)
        case .endReflection: try endReflection(of: person)
        case .setSafeContact(let rules): try setSafeContact(rules, of: person)
        case .withdrawConsent, .requestStatement, .message: []
        case .tellRights, .countRetelling, .setGoal, .meetGoal: try plan(verb, for: person)
        case .doDuty, .monitor, .askRelease, .release: try duty(verb, for: person)
        }
    }

    private func seal(
        _ field: String, in compartment: Compartment, _ envelope: SealedBytes, of person: PersonState
    ) throws(Refusal) -> [PersonEvent] {
        try code(field, of: .fields, "field")
        guard !person.isShredded else { throw .shredded }
        guard !envelope.bytes.isEmpty else { throw .notAWord(field: "envelope") }
        guard envelope.bytes.count <= Self.longestEnvelope else { throw .tooLong(field: "envelope") }
        let stands = person.sealed.contains {
            $0.field == field && $0.compartment == compartment && $0.envelope == envelope
        }
        return stands ? [] : [.fieldSealed(field: field, compartment, envelope)]
    }

    private func shred(_ person: PersonState, because reason: String) throws(Refusal) -> [PersonEvent] {
        try code(reason, of: .shreds)
        return person.isShredded ? [] : [.shredded(reason: reason)]
    }

    /// In bytes.
    private static let longestEnvelope = 65_536
}
