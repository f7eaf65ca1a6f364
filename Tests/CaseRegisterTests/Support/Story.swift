import CaseRegister
import ReferralDomain
import Testing

/// One case and what is done with it, a minute at a time.
struct Story {
    private(set) var state = CaseState()
    private(set) var history: [RecordedEvent] = []
    var now: Instant
    let id: CaseID

    /// A case that a guard of Cercado has reported.
    init(_ facts: [StreetReport.Answer] = [.init("age", "child")], by reporter: ActorID = .street) throws {
        now = Histories.start
        let report = try Reports.report(facts: facts)
        id = report.id
        record([NewEvent(.sightingReported(report, try Reports.reference()))], by: reporter)
    }

    /// A case that the control centre has taken, with one person.
    static func claimed(
        _ age: PersonAge = .minor, _ facts: [StreetReport.Answer] = [.init("age", "child")]
    ) throws -> Story {
        var story = try Story(facts)
        try story.act(.claim, by: Cast.centre)
        try story.act(.addPerson(story.girl, age), by: Cast.centre)
        return story
    }

    /// Another case.
    static let otherCase: CaseID? = try? ReportID(reading: "ffeeddccbbaa99887766554433221100")

    /// The person of the story.
    var girl: PersonID { PersonID(random: Array(repeating: 7, count: 16)) }

    /// An id of a referral.
    static func referral(_ number: UInt8) -> ReferralID {
        ReferralID(random: Array(repeating: number, count: 16))
    }

    /// A referral about the person.
    func asking(
        _ step: String, of receiver: Acting, number: UInt8 = 1, changedBecause: String? = nil,
        by channel: Channel = .inSystem
    ) -> CaseAct.NewReferral {
        CaseAct.NewReferral(
            id: Self.referral(number),
            draft: ReferralDraft(
                person: girl, step: step, institution: receiver.institution, unit: receiver.unit,
                changedBecause: changedBecause), channel: channel)
    }

    /// What the house says to an act, without doing it.
    func outcome(of act: CaseAct, by acting: Acting, declaredAt: Instant? = nil) -> Outcome {
        Decision(state: state, id: id, by: acting, at: now, rules: SampleRules.rules)
            .outcome(of: act, declaredAt: declaredAt)
    }

    /// The refusal of an act; nil where it is done.
    func refusal(of act: CaseAct, by acting: Acting, declaredAt: Instant? = nil) -> Refusal? {
        outcome(of: act, by: acting, declaredAt: declaredAt).refusal
    }

    /// Does an act that must succeed, and lets a minute pass.
    mutating func act(_ act: CaseAct, by acting: Acting, declaredAt: Instant? = nil) throws {
        let outcome = outcome(of: act, by: acting, declaredAt: declaredAt)
        if let refusal = outcome.refusal { throw refusal }
        record(outcome.events.map { NewEvent($0, declaredAt: declaredAt) }, by: acting.account)
    }

    /// Records what came of an act, whatever the actor was told.
    mutating func record(_ events: [NewEvent], by actor: ActorID, minutes: Int64 = 1) {
        for event in events {
            let recorded = RecordedEvent(
                position: Int64(history.count + 1), caseID: id, version: history.count + 1, event: event,
                stamp: Stamp(actor: actor, instant: now))
            history.append(recorded)
            state.apply(recorded.event, at: recorded.moment)
        }
        wait(minutes: minutes)
    }

    mutating func wait(minutes: Int64) { now = now.adding(milliseconds: minutes * 60_000) }

    /// The person as she stands.
    func person() throws -> PersonState { try #require(state.person(girl)) }

    /// The first referral as it stands.
    func referral() throws -> Referral { try #require(state.referrals.first) }

    /// A document of today.
    var evidence: Evidence { Evidence(document: "OFICIO 000123-2026", day: LimaTime(now).date) }

    /// A sealed name that acknowledged.
    func proof(_ kind: Proof.Kind, of institution: String = "upe") -> Proof {
        Proof(kind, by: SealedBytes([1, 2, 3]), of: institution)
    }
}
