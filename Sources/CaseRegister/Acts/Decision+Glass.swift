import ReferralDomain

extension Decision {
    /// Opens one case for thirty minutes to somebody outside of it; a second person answers for it.
    func breakGlass(with second: ActorID, because reason: String) throws(Refusal) -> [CaseEvent] {
        try code(reason, of: .glass)
        guard second != acting.account else { throw .samePerson }
        let active = state.brokenGlass.first { $0.by == acting.account && now < $0.until }
        if let active {
            // The same again is already so; it cannot be made longer, nor changed.
            guard active.approvedBy == second, active.reason == reason else { throw .notNow(nil) }
            return []
        }
        return [
            .file(
                .glassBroken(
                    by: acting.account, unit: acting.unit, approvedBy: second, reason: reason,
                    until: now.adding(milliseconds: Self.glassMilliseconds)))
        ]
    }

    /// A privacy officer looks at the oldest emergency access of somebody that nobody has looked at.
    func reviewGlass(of by: ActorID, _ verdict: String) throws(Refusal) -> [CaseEvent] {
        try code(verdict, of: .verdicts, "verdict")
        let theirs = state.brokenGlass.filter { $0.by == by }
        guard !theirs.isEmpty else { throw .notNow(nil) }
        guard let open = theirs.first(where: { $0.reviewed == nil }) else { return [] }
        guard open.by != acting.account, open.approvedBy != acting.account else { throw .samePerson }
        return [.file(.glassReviewed(by: by, verdict: verdict))]
    }

    private static let glassMilliseconds: Int64 = 30 * 60_000
}
