import CaseRegister
import ReferralDomain

/// One invented case, told event by event: each a little later than the one before, none after now.
struct PracticeStory {
    private(set) var history: [RecordedEvent] = []
    private let id: CaseID
    private let district: String
    private let isPlaceOnly: Bool
    private let age: PersonAge
    private var clock: Instant
    private let now: Instant
    /// Whether the closing is asked for before it is done, so that its reason is known.
    private var asksBeforeClosing = false
    private var dice: PracticeDice

    /// A case as the street reports it.
    init(
        opened: Instant, now: Instant, source: StreetReport.Source, with given: PracticeDice,
        references: inout PracticeReferences
    ) throws(PracticeFault) {
        dice = given
        self.now = now
        clock = opened
        guard let id = try? CaseID(reading: PersonID(random: dice.bytes(16)).text) else {
            throw PracticeFault()
        }
        self.id = id
        district = dice.pick("150101", Self.districts)
        isPlaceOnly = dice.happens(15)
        age = dice.pick(.unknown, [(40, .minor), (12, .doubted), (43, .adult)])
        let report = try report(by: source)
        let reference = references.next(with: &dice)
        let sereno = "sereno-\(Int.random(in: 1...40, using: &dice))"
        try add(.sightingReported(report, reference), by: dice.happens(30) ? ActorID.street.text : sereno)
    }

    /// Taken, passed on in part, and not ended.
    mutating func goOn(duties: [String]) throws(PracticeFault) {
        guard dice.happens(85), try claim() else { return }
        guard !isPlaceOnly else { return }
        let person = try addPerson()
        if dice.happens(60) { try custody(of: person) }
        let steps = Self.steps.filter { _ in dice.happens(60) }
        for step in steps { try refer(step, about: person, through: Int.random(in: 0...3, using: &dice)) }
        for duty in duties where dice.happens(15) { try done(duty, for: person) }
    }

    /// Brought to its end: nothing is owed any more.
    ///
    /// - Parameter isEarlier: whether it is one of an earlier time, of which more came to a plan.
    mutating func bringToItsEnd(duties: [String], isEarlier: Bool = false) throws(PracticeFault) {
        asksBeforeClosing = isEarlier
        _ = try claim()
        if dice.happens(8) || isPlaceOnly || dice.happens(isEarlier ? 30 : 70) {
            let reason =
                isPlaceOnly ? "place-handed-over" : dice.pick("not-trafficking", [(20, "other-region")])
            return try close(because: reason)
        }
        let person = try addPerson()
        try custody(of: person)
        for step in Self.steps { try refer(step, about: person, through: 4) }
        if isEarlier { try liveThrough(with: person) }
        for duty in duties { try done(duty, for: person) }
        try add(
            .person(person, .rightsTold(language: "spanish", byInstitution: "serenazgo", understood: true)))
        for month in [1, 3, 6, 12] { try add(.person(person, .monitored(month: month, try evidence()))) }
        try close(because: "plan-met")
    }

    /// The prosecutor comes or does not, and the story is told again or is not.
    private mutating func liveThrough(with person: PersonID) throws(PracticeFault) {
        if dice.happens(55) {
            let referral = ReferralID(random: dice.bytes(16))
            let draft = ReferralDraft(
                person: person, step: "prosecutor-attends", institution: "duty-prosecutor", deadline: "D-02")
            try add(.referral(referral, .drafted(draft)), after: 1...10)
            try add(.referral(referral, .sent(.phone)), after: 0...2)
            let proof = Proof(.spokenCode, by: SealedBytes(dice.bytes(64)), of: "duty-prosecutor")
            try add(.referral(referral, .acknowledged(proof, .phone)), after: 2...60)
            try add(.referral(referral, .accepted), after: 2...30)
            try add(.referral(referral, .custodyReceived(post: "F-10")), after: 20...180)
            try add(.referral(referral, .done(try evidence())), after: 60...600)
        }
        for _ in 0..<dice.pick(0, [(25, 1), (15, 2)]) {
            try add(.person(person, .retold(to: "fistrap", reason: "no-record")), after: 60...1_440)
        }
    }

    private mutating func claim() throws(PracticeFault) -> Bool {
        try add(.file(.claimed(by: try unit("central-\(district)"), municipality: district)), after: 1...20)
    }

    private mutating func addPerson() throws(PracticeFault) -> PersonID {
        let person = PersonID(random: dice.bytes(16))
        try add(.file(.personAdded(person, age: age)), after: 1...15)
        try add(
            .person(person, .fieldSealed(field: "name", .identity, SealedBytes(dice.bytes(96)))),
            after: 1...10)
        return person
    }

    private mutating func custody(of person: PersonID) throws(PracticeFault) {
        let post = "F-\(Int.random(in: 10...99, using: &dice))"
        let holder = Holder(institution: "serenazgo", unit: try unit("central-\(district)"), post: post)
        try add(.person(person, .custodyTaken(holder)), after: 1...10)
    }

    /// A referral as far as it has come: 0 sent, 1 acknowledged, 2 accepted, 3 and 4 done.
    private mutating func refer(
        _ step: Step, about person: PersonID, through stage: Int
    ) throws(PracticeFault) {
        let referral = ReferralID(random: dice.bytes(16))
        let draft = ReferralDraft(
            person: person, step: step.id, institution: step.institution,
            unit: step.unit == nil ? nil : try unit(step.unit ?? ""), deadline: step.deadline)
        let channel: Channel = step.unit == nil ? .phone : .inSystem
        try add(.referral(referral, .drafted(draft)), after: 1...10)
        try add(.referral(referral, .sent(channel)), after: 0...2)
        guard stage > 0 else { return }
        let proof = Proof(
            step.unit == nil ? .spokenCode : .account, by: SealedBytes(dice.bytes(64)), of: step.institution)
        try add(.referral(referral, .acknowledged(proof, channel)), after: 2...90)
        guard stage > 1 else { return }
        try add(.referral(referral, .accepted), after: 5...240)
        guard stage > 2 else { return }
        try add(.referral(referral, .done(try evidence())), after: 60...2_880)
    }

    private mutating func done(_ duty: String, for person: PersonID) throws(PracticeFault) {
        try add(.person(person, .dutyDone(duty: duty, try evidence())), after: 60...2_880)
    }

    private mutating func close(because reason: String) throws(PracticeFault) {
        let closer = try actor("operator-\(district)")
        if asksBeforeClosing { try add(.file(.closingAsked(reason: reason, by: closer))) }
        try add(.file(.closed(reason: reason, by: closer)), after: 30...600)
    }

    private mutating func evidence() throws(PracticeFault) -> Evidence {
        Evidence(
            document: "PRACTICA \(Int.random(in: 100_000...999_999, using: &dice))", day: LimaTime(clock).date
        )
    }

    private mutating func report(by source: StreetReport.Source) throws(PracticeFault) -> StreetReport {
        let purpose = dice.pick(
            "other-exploitation",
            [
                (57, "sexual-exploitation"), (22, "labour-exploitation"), (8, "begging"),
                (7, "domestic-servitude"),
            ])
        let facts: [StreetReport.Answer] = [
            .init("danger", dice.happens(12) ? "yes" : "no"), .init("injury", dice.happens(5) ? "yes" : "no"),
            .init("victim-present", isPlaceOnly ? "no" : "yes"),
            .init("gender", dice.pick("woman", [(18, "man"), (2, "diverse")])), .init(purpose, "yes"),
            .init("nationality", dice.happens(15) ? "foreign" : "peruvian"),
        ]
        let level = dice.pick("observation", [(25, "immediate"), (45, "high")])
        let known = age == .unknown ? [] : [StreetReport.Answer("age", age.rawValue)]
        let sighting = StreetReport.Sighting(
            district: district, facts: facts + known, people: dice.happens(80) ? .one : .two, claimedAt: clock
        )
        let advice = StreetReport.Advice(level: level, requiredSteps: Self.steps.map(\.id))
        guard let report = try? StreetReport(id: id, saw: sighting, advised: advice, by: source) else {
            throw PracticeFault()
        }
        return report
    }

    /// Adds an event so many minutes after the one before; false, and nothing, where that is not over yet.
    @discardableResult
    private mutating func add(
        _ event: CaseEvent, after wait: ClosedRange<Int64> = 1...5, by actor: String? = nil
    ) throws(PracticeFault) -> Bool {
        let next = history.isEmpty ? clock : clock.adding(milliseconds: dice.minutes(wait))
        clock = min(next, now)
        let stamp = Stamp(actor: try self.actor(actor ?? "operator-\(district)"), instant: clock)
        history.append(
            RecordedEvent(
                position: 0, caseID: id, version: history.count + 1, event: NewEvent(event), stamp: stamp))
        return true
    }

    private func unit(_ text: String) throws(PracticeFault) -> UnitID {
        guard let unit = try? UnitID(reading: text) else { throw PracticeFault() }
        return unit
    }

    private func actor(_ text: String) throws(PracticeFault) -> ActorID {
        guard let actor = try? ActorID(reading: text) else { throw PracticeFault() }
        return actor
    }

    private struct Step {
        let id: String
        let institution: String
        let unit: String?
        let deadline: String?
    }

    /// What nearly every case is passed on for.
    private static let steps = [
        Step(
            id: "notify-police", institution: "pnp-station", unit: "comisaria-practica", deadline: "D-01"),
        Step(id: "notify-prosecutor", institution: "duty-prosecutor", unit: nil, deadline: "D-01"),
        Step(
            id: "notify-child-protection", institution: "upe", unit: "upe-practica", deadline: "D-10"),
    ]
    /// Where, of a hundred cases.
    private static let districts = [
        (18, "150101"), (14, "150132"), (12, "150135"), (10, "150110"), (9, "150115"), (8, "150143"),
        (7, "150142"), (6, "150108"), (6, "150103"), (5, "150117"),
    ]
}
