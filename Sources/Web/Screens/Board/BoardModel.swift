import CaseRegister
import Catalog
import ReferralDomain

/// The coordinator's board: who owes what, since when, and what comes next. Clocks, codes and bodies, no person.
struct BoardModel: Equatable, Sendable {
    let now: Instant
    let filter: BoardFilter
    let rows: [Row]
    let hasMore: Bool
    let totals: Totals
    let institutions: [InstitutionLine]

    /// One obligation.
    struct Row: Equatable, Sendable {
        let caseID: CaseID
        let reference: String
        let harm: Int
        let obligation: String
        let duty: String
        let institution: String
        let face: ClockFace
        let climbed: Rung?
        let next: Rung?
        /// Whether a child is among the people of the case, the presumed ones counted.
        let hasChild: Bool
        /// Whether nobody of the body that owes it may be told.
        let isWithheld: Bool
    }

    /// How many obligations there are of each kind of clock.
    struct Totals: Equatable, Sendable {
        var late = 0
        var soon = 0
        var inTime = 0
        /// How many of the late ones are of cases with a child.
        var lateOfChildren = 0

        var open: Int { late + soon + inTime }
        /// How many of a hundred are not late; nil where nothing is owed.
        var share: Int? { open == 0 ? nil : (soon + inTime) * 100 / open }
    }

    struct InstitutionLine: Equatable, Sendable {
        let id: String
        let name: String
        let totals: Totals
        /// The middle time until it acknowledged, in milliseconds; nil where too few did to say one.
        let acknowledgement: Int64?
    }

    init(
        _ rows: [ObligationRow], by institutions: [InstitutionRow], filter: BoardFilter, at now: Instant,
        names: CatalogNames
    ) {
        self.now = now
        self.filter = filter
        hasMore = rows.count > BoardFilter.rows
        self.rows = rows.sorted(by: Self.isWorse).prefix(BoardFilter.rows).map {
            Row($0, at: now, names: names)
        }
        let lines = institutions.map { InstitutionLine($0, names: names) }
        self.institutions = lines.sorted {
            ($1.totals.late, $0.name, $0.id) < ($0.totals.late, $1.name, $1.id)
        }
        totals = lines.filter { filter.institution == nil || $0.id == filter.institution }
            .reduce(into: Totals()) { sum, line in
                sum.late += line.totals.late
                sum.soon += line.totals.soon
                sum.inTime += line.totals.inTime
                sum.lateOfChildren += line.totals.lateOfChildren
            }
    }

    /// Which row stands above: more harm, then longer overdue; what has no end comes last of its harm.
    static func isWorse(_ left: ObligationRow, _ right: ObligationRow) -> Bool {
        let leftDue = left.obligation.due?.millisecondsSinceEpoch ?? .max
        let rightDue = right.obligation.due?.millisecondsSinceEpoch ?? .max
        return (left.harm, leftDue, left.caseID.text, left.obligation.id)
            < (right.harm, rightDue, right.caseID.text, right.obligation.id)
    }
}

extension BoardModel.Row {
    init(_ row: ObligationRow, at now: Instant, names: CatalogNames) {
        caseID = row.caseID
        reference = row.reference.text
        harm = row.harm
        obligation = row.obligation.id
        duty = names.duty(row.obligation)
        institution = names.institution(row.obligation.institution)
        face = ClockFace(row.obligation, now: now)
        climbed = row.obligation.climbed
        let above = row.obligation.climbed.map { Rung(rawValue: $0.rawValue + 1) } ?? .reminder
        next = row.isWithheld ? above.map { max($0, .secretariat) } : above
        hasChild = row.hasChild
        isWithheld = row.isWithheld
    }
}

extension BoardModel.InstitutionLine {
    init(_ row: InstitutionRow, names: CatalogNames) {
        id = row.institution
        name = names.institution(row.institution)
        totals = BoardModel.Totals(
            late: row.late, soon: row.soon, inTime: max(0, row.open - row.late - row.soon),
            lateOfChildren: row.lateOfChildren)
        acknowledgement = row.acknowledgement
    }
}

extension CatalogNames {
    /// What an obligation asks for: the step where it has one, else what its kind is called.
    func duty(_ obligation: Obligation) -> String {
        let kind =
            catalog.content.label(of: obligation.kind.rawValue, in: "obligation-kinds")
            ?? obligation.kind.rawValue
        guard let step = catalog.content.steps[.init(obligation.subject)] else { return kind }
        switch obligation.kind {
        case .serve, .duty: return step.title
        // The step says the same in other words.
        case .rights: return kind
        case .claim, .acknowledge, .accept, .review, .custody, .monitor, .stop, .goal, .glass, .reroute:
            return "\(kind): \(step.title)"
        }
    }
}
