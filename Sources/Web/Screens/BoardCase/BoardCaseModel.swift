import CaseRegister
import Catalog
import ReferralDomain

/// The clocks of one case as the coordinator sees them: who owes what and since when, never who the person is.
///
/// It is built from ids, moments, bodies and states alone: of the report, of facts, of sealed fields and of
/// evidence nothing is read here, so that nothing of them can be shown.
struct BoardCaseModel: Equatable, Sendable {
    let id: CaseID
    let reference: String
    let version: Int
    let harm: Int
    let isClosed: Bool
    /// When the case was reported.
    let opened: Instant?
    /// Who of its municipality may still take it, where its centre is implicated and nobody else has it.
    var reserved: ReservedCase?
    let now: Instant
    let owed: [Owed]
    let referrals: [Trail]
    let custody: [PersonSpans]

    /// Something that is owed, and its ladder.
    struct Owed: Equatable, Sendable {
        let id: String
        let kind: Obligation.Kind
        let duty: String
        let institution: String
        /// The id of the institution.
        let body: String
        /// Of a visit of the ninth duty: its month.
        let month: Int?
        let face: ClockFace
        /// Whether nobody of the body may be told.
        let isWithheld: Bool
        let climbs: [Climb]
        let nextRung: Rung?
        let nextRungAt: Instant?
        let lastWord: Instant?
        let pause: Pause?
    }

    struct Climb: Equatable, Sendable {
        let rung: Rung
        let at: Instant
    }

    struct Pause: Equatable, Sendable {
        let until: Instant
        /// The words of the coded reason.
        let reason: String
    }

    /// One referral and every state that it entered.
    struct Trail: Equatable, Sendable {
        let duty: String
        let institution: String
        let hops: [Hop]
    }

    struct Hop: Equatable, Sendable {
        let label: String
        let at: Instant
        /// How long nobody had said anything before it; nil where that was no more than a day.
        let silence: Int64?
    }

    /// Who answered for one person; persons are numbered, never named.
    struct PersonSpans: Equatable, Sendable {
        let number: Int
        let spans: [Span]
    }

    struct Span: Equatable, Sendable {
        /// Nil: nobody.
        let institution: String?
        let from: Instant
        let to: Instant?
    }

    /// How long a silence must last to be shown, in milliseconds.
    static let shownSilence: Int64 = 24 * 3_600_000

    init(_ state: CaseState, id: CaseID, rules: ProtocolRules, at now: Instant, names: CatalogNames) {
        self.id = id
        self.now = now
        reference = state.reference?.text ?? ""
        version = state.version
        harm = state.harm
        isClosed = state.closed != nil
        opened = state.opened?.happened
        owed = state.obligations(under: rules).map {
            Owed($0, in: state, under: rules, at: now, names: names)
        }
        referrals = state.referrals.map { Trail($0, names: names) }
        custody = state.people.enumerated().map { number, person in
            PersonSpans(
                number: number + 1, spans: person.custody.spans.map { Span($0, names: names) })
        }
    }
}

extension BoardCaseModel.Owed {
    init(
        _ obligation: Obligation, in state: CaseState, under rules: ProtocolRules, at now: Instant,
        names: CatalogNames
    ) {
        id = obligation.id
        kind = obligation.kind
        duty = DutyName(names).title(of: obligation, or: names.duty(obligation))
        institution = names.institution(obligation.institution)
        body = obligation.institution
        month = obligation.month
        face = ClockFace(obligation, now: now)
        climbs = (state.rungs[obligation.id] ?? []).map {
            BoardCaseModel.Climb(rung: $0.rung, at: $0.moment.happened)
        }
        isWithheld = state.isImplicated(obligation.institution, under: rules)
        nextRung = state.rung(after: obligation.climbed, of: obligation.institution, under: rules)
        nextRungAt = obligation.nextRung?.at
        lastWord = state.lastWord[obligation.id]
        pause = obligation.pausedUntil.map { until in
            let reason = state.pauses[obligation.id]?.reason ?? ""
            return BoardCaseModel.Pause(
                until: until,
                reason: names.catalog.content.label(of: reason, in: "pause-reasons") ?? reason)
        }
    }
}

extension BoardCaseModel.Trail {
    init(_ referral: Referral, names: CatalogNames) {
        duty = names.step(referral.draft.step)
        institution = names.institution(referral.draft.institution)
        var before: Instant?
        hops = referral.hops.map { hop in
            let at = hop.moment.happened
            let silence = before.map { at.millisecondsSinceEpoch - $0.millisecondsSinceEpoch }
            before = at
            return BoardCaseModel.Hop(
                label: names.catalog.content.label(of: hop.state.rawValue, in: "referral-states")
                    ?? hop.state.rawValue,
                at: at, silence: silence.flatMap { $0 > BoardCaseModel.shownSilence ? $0 : nil })
        }
    }
}

extension BoardCaseModel.Span {
    init(_ span: CustodyLedger.Span, names: CatalogNames) {
        institution = span.holder.map { names.institution($0.institution) }
        from = span.from.happened
        to = span.to?.happened
    }
}
