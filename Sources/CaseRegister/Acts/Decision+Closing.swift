extension Decision {
    /// The first of two persons wants to close the case.
    func askClosing(because reason: String) throws(Refusal) -> [CaseEvent] {
        try code(reason, of: .closings)
        if state.closing?.reason == reason { return [] }
        return [.file(.closingAsked(reason: reason, by: acting.account))]
    }

    /// The second one closes it, once nothing is owed any more: to a person, or by whoever was asked.
    func close(because reason: String) throws(Refusal) -> [CaseEvent] {
        try code(reason, of: .closings)
        guard let asked = state.closing, asked.reason == reason else { throw .notNow(nil) }
        if state.closed != nil { return [] }
        guard asked.by != acting.account else { throw .samePerson }
        let open = state.obligations(under: rules).filter { Self.keepsOpen($0.kind) }.map(\.id)
        guard open.isEmpty else { throw .dutiesOpen(open) }
        return [.file(.closed(reason: reason, by: acting.account))]
    }

    /// Goes on with a closed case.
    func reopen(because reason: String) throws(Refusal) -> [CaseEvent] {
        try code(reason, of: .reopenings)
        return state.closed == nil ? [] : [.file(.reopened(reason: reason))]
    }

    /// Whether a case with something of this kind open cannot be closed.
    ///
    /// Each has its own end: an answer, a recall, or a release by two persons. The review of an emergency access does
    /// not wait for the case: it is owed after the closing as well.
    static func keepsOpen(_ kind: Obligation.Kind) -> Bool {
        switch kind {
        case .claim, .acknowledge, .accept, .serve, .review, .custody, .duty, .monitor, .rights, .stop, .goal,
            .reroute:
            true
        case .glass: false
        }
    }
}
