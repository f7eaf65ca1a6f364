import ReferralDomain

extension Decision {
    /// Lets a clock stand still until a day, at most ninety days away.
    ///
    /// Four clocks never stand still: while they run, nobody has the person, the case or an eye on who opened it. And a
    /// person who takes her time is a reason for what is asked of her, never for what is owed to her.
    func pause(
        _ obligation: String, because reason: String, until: Instant
    ) throws(Refusal) -> [CaseEvent] {
        let owed = try checkOwed(obligation)
        try code(reason, of: .pauses)
        guard owed.kind.canPause(because: reason) else { throw .notNow(nil) }
        try check(until, within: Self.longestPauseDays, "until")
        if let pause = state.pauses[obligation], pause.ended == nil, pause.until == until,
            pause.reason == reason
        {
            return []
        }
        return [.file(.obligationPaused(obligation: obligation, reason: reason, until: until))]
    }

    /// Lets a clock go on before its pause ends.
    func resume(_ obligation: String) throws(Refusal) -> [CaseEvent] {
        try word(obligation, "obligation")
        guard let pause = state.pauses[obligation], pause.ended == nil, now < pause.until else { return [] }
        return [.file(.obligationResumed(obligation: obligation))]
    }

    /// An institution spoke about what it owes.
    func takeWord(_ obligation: String) throws(Refusal) -> [CaseEvent] {
        try checkOwed(obligation)
        if let last = state.lastWord[obligation], now < last.adding(milliseconds: Self.doubleTapMilliseconds)
        {
            return []
        }
        return [.file(.wordReceived(obligation: obligation))]
    }

    /// One rung above the last, by hand.
    func climb(_ obligation: String, to rung: Rung) throws(Refusal) -> [CaseEvent] {
        let climbed = state.rungs[obligation, default: []].map(\.rung)
        if climbed.contains(rung) { return [] }
        let owed = try checkOwed(obligation)
        guard rung == state.rung(after: climbed.max(), of: owed.institution, under: rules) else {
            throw .notDue
        }
        return [.file(.ladderClimbed(obligation: obligation, rung))]
    }

    @discardableResult
    private func checkOwed(_ obligation: String) throws(Refusal) -> Obligation {
        try word(obligation, "obligation")
        guard let owed = state.obligations(under: rules).first(where: { $0.id == obligation }) else {
            throw .notDue
        }
        return owed
    }

    private static let longestPauseDays: Int64 = 90
}
