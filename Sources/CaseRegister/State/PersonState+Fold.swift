extension PersonState {
    /// Takes one event in.
    mutating func apply(_ event: PersonEvent, at moment: Moment) {
        switch event {
        case .fieldSealed(let field, let compartment, let envelope):
            guard !isShredded else { return }
            sealed.removeAll { $0.field == field }
            sealed.append(
                SealedField(field: field, compartment: compartment, envelope: envelope, moment: moment))
        case .shredded:
            isShredded = true
            sealed = []
        case .ageSettled(let age): self.age = age
        case .custodyTaken(let holder): custody.change(to: holder, at: moment)
        case .custodyEnded: custody.change(to: nil, at: moment)
        case .consentGiven(let purpose, let to): answer(.given, purpose, to, at: moment)
        case .consentRefused(let purpose, let to): answer(.refused, purpose, to, at: moment)
        case .consentWithdrawn(let purpose, let to): answer(.withdrawn, purpose, to, at: moment)
        case .consentOverridden(let purpose, let to, let code): override(purpose, to, code, at: moment)
        case .stopConfirmed(let purpose, let by):
            guard let index = consents.firstIndex(where: { $0.purpose == purpose && $0.recipient == by })
            else {
                return
            }
            consents[index].confirmedBy.insert(by)
            consents[index].confirmed = consents[index].confirmed ?? moment
        case .reflectionStarted, .statementRequested, .reflectionEnded: reflect(event, at: moment)
        case .safeContactSet(let rules): safeContact = rules
        case .messageBlocked: blockedMessages += 1
        case .rightsTold, .retold, .goalSet, .goalMet, .dutyDone, .monitored, .releaseAsked, .dutyReleased:
            assist(event, at: moment)
        }
    }

    private mutating func answer(
        _ answer: Consent.Answer, _ purpose: Purpose, _ recipient: String, at moment: Moment
    ) {
        var consent = Consent(purpose: purpose, recipient: recipient, answer: answer, moment: moment)
        if answer == .withdrawn { consent.stopSince = moment.happened }
        if answer == .overridden(.vitalInterest) { consent.emergency = .init(at: moment) }
        if let index = consents.firstIndex(where: { $0.purpose == purpose && $0.recipient == recipient }) {
            consents[index] = consent
        } else {
            consents.append(consent)
        }
    }

    /// What the person said is never erased by an override: a withdrawal stands with its stop, and only a danger to
    /// life passes over a no, for a day. What the person agreed to needs no emergency.
    ///
    /// Whoever had confirmed the stop is told again, and owes the confirmation anew once the day is over.
    private mutating func override(
        _ purpose: Purpose, _ recipient: String, _ code: OverrideCode, at moment: Moment
    ) {
        let index = consents.firstIndex { $0.purpose == purpose && $0.recipient == recipient }
        guard let index else { return answer(.overridden(code), purpose, recipient, at: moment) }
        switch (consents[index].answer, code) {
        case (.withdrawn, .vitalInterest), (.refused, .vitalInterest):
            let emergency = Consent.Emergency(at: moment)
            consents[index].emergency = emergency
            guard consents[index].confirmed != nil else { return }
            consents[index].confirmedBy = []
            consents[index].confirmed = nil
            consents[index].stopSince = emergency.until
        case (.withdrawn, _), (.given, .vitalInterest), (.overridden(.legalDuty), .vitalInterest): return
        case (.given, _), (.refused, _), (.overridden, _):
            answer(.overridden(code), purpose, recipient, at: moment)
        }
    }

    /// A reflection that was started while another still ran prolongs it.
    private mutating func reflect(_ event: PersonEvent, at moment: Moment) {
        if case .reflectionStarted(let until) = event {
            if let running = reflection, running.isRunning(at: moment.registered) {
                reflection = Reflection(started: running.started, until: until, requests: running.requests)
            } else {
                reflection = Reflection(started: moment, until: until)
            }
        } else if case .statementRequested(let institution, let isHeld) = event {
            reflection?.requests.append(
                Reflection.StatementRequest(institution: institution, isHeld: isHeld, moment: moment))
        } else if case .reflectionEnded = event {
            reflection?.endedEarly = moment
        }
    }
}
