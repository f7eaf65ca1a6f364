extension CaseState {
    /// All that is owed in this case, under these rules; the nearest clock first.
    ///
    /// Computed from the case and the rules alone: no clock is read, so the same case owes the same at any hour.
    /// A case that another one goes on with, or that is closed, owes only the review of an emergency access.
    public func obligations(under rules: ProtocolRules) -> [Obligation] {
        guard let opened else { return [] }
        var walk = ObligationWalk(self, under: rules, opened: opened)
        walk.addGlass()
        if mergedInto == nil, closed == nil {
            walk.addClaim()
            for referral in referrals { walk.add(referral) }
            for person in people { walk.add(person) }
        }
        return walk.found.sorted(by: Self.isNearer)
    }

    /// How bad it would be to be late: 0 is danger now, 1 a child, 2 immediate, 3 high, 4 observation.
    public var harm: Int {
        if fact("danger") == "yes" || fact("injury") == "yes" { return 0 }
        if hasChild { return 1 }
        switch standing?.level {
        case "immediate": return 2
        case "high": return 3
        default: return 4
        }
    }

    /// The rung above the last one that was climbed; nil at the top.
    ///
    /// The three lowest tell people of the body that owes it. Where that body is implicated they are left out, so that
    /// nobody there is told, and the technical secretariat comes first.
    public func rung(after last: Rung?, of institution: String, under rules: ProtocolRules) -> Rung? {
        guard let next = Rung(rawValue: (last?.rawValue ?? 0) + 1) else { return nil }
        return isImplicated(institution, under: rules) ? max(next, .secretariat) : next
    }

    /// Whether a child is among its people; who may be one counts as one.
    ///
    /// Presumption of minority (Reglamento of Ley 28950, art. 4.2.e).
    public var hasChild: Bool {
        let age = fact("age")
        return age == "minor" || age == "doubted" || people.contains(where: \.age.countsAsChild)
    }

    private static func isNearer(_ one: Obligation, _ other: Obligation) -> Bool {
        switch (one.due, other.due) {
        case (let mine?, let theirs?) where mine != theirs: mine < theirs
        case (_?, nil): true
        case (nil, _?): false
        default: one.id < other.id
        }
    }
}
