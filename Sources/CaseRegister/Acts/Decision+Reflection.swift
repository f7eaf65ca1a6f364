import ReferralDomain

extension Decision {
    /// Begins the period in which nobody presses the person, or makes a running one longer; never shorter.
    func startReflection(of person: PersonState, days: Int?) throws(Refusal) -> [PersonEvent] {
        let running = person.reflection.flatMap { $0.isRunning(at: now) ? $0 : nil }
        let least = running.map(Self.days) ?? Self.leastReflectionDays
        let days = days ?? least
        guard days >= least else { throw .reflectionTooShort(leastDays: least) }
        guard days <= Self.mostReflectionDays else { throw .tooLong(field: "days") }
        if running != nil, days == least { return [] }
        let start = running?.started.registered ?? now
        return [.reflectionStarted(until: start.adding(milliseconds: Int64(days) * Self.dayMilliseconds))]
    }

    /// Asks for a statement: while the reflection runs it is held, and whoever asked is told so.
    func requestStatement(of person: PersonState, by institution: String) throws(Refusal) -> Outcome {
        try word(institution, "institution")
        guard relation == .owner || institution == acting.institution else { throw .notNow(nil) }
        guard let reflection = person.reflection else { throw .notNow(nil) }
        let isHeld = reflection.isRunning(at: now)
        let refusal: Refusal? = isHeld ? .reflecting(until: reflection.until) : nil
        let last = reflection.requests.last { $0.institution == institution && $0.isHeld == isHeld }
        if isDoubleTap(last?.moment) { return Outcome([], refusal: refusal) }
        let event = PersonEvent.statementRequested(by: institution, isHeld: isHeld)
        return Outcome([.person(person.id, event)], refusal: refusal)
    }

    /// The person chose to speak before the end. Only who stands by the person may write that down.
    func endReflection(of person: PersonState) throws(Refusal) -> [PersonEvent] {
        guard relation == .owner || acting.institution == Self.victimUnit else { throw .notNow(nil) }
        guard let reflection = person.reflection, reflection.isRunning(at: now) else { return [] }
        return [.reflectionEnded]
    }

    private static func days(_ reflection: PersonState.Reflection) -> Int {
        let start = reflection.started.registered.millisecondsSinceEpoch
        return Int((reflection.until.millisecondsSinceEpoch - start) / dayMilliseconds)
    }

    /// The prosecutors' unit that stands by victims and witnesses.
    private static let victimUnit = "udavit"
    private static let leastReflectionDays = 30
    private static let mostReflectionDays = 365
}
