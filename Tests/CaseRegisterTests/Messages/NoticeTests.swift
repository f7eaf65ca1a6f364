import CaseRegister
import ReferralDomain
import Testing

/// Who is told what, by which event; a person never is.
struct NoticeTests {
    @Test func `a referral that is sent is a task of its unit for as long as nobody acknowledges it`() throws
    {
        var story = try Story.claimed()
        let asked = story.asking("child-measure", of: Cast.childUnit)
        try story.act(.refer([asked]), by: Cast.centre)
        let expected = Notice(
            .task, to: .unit(Cast.childUnit.unit), referral: asked.id, while: "acknowledge.\(asked.id.text)")
        #expect(Self.lastNotices(of: story) == [expected])
        let isOwed = story.state.obligations(under: SampleRules.rules).contains {
            $0.id == expected.obligation
        }
        #expect(isOwed, "the message is needless once this is not owed, so it must be owed now")
    }

    @Test func `sending it again by another channel is not a second task`() throws {
        var story = try Story.claimed()
        try story.act(.refer([story.asking("child-measure", of: Cast.childUnit)]), by: Cast.centre)
        try story.act(.referral(Story.referral(1), .send(.phone)), by: Cast.centre)
        #expect(Self.lastNotices(of: story).isEmpty)
    }

    @Test func `a recall and a withdrawn consent tell everybody who was told to stop`() throws {
        var story = try Story.claimed(.adult, [.init("age", "adult")])
        try story.act(.person(story.girl, .giveConsent(.care, to: "udavit")), by: Cast.centre)
        try story.act(.refer([story.asking("victim-assistance", of: Cast.victimUnit)]), by: Cast.centre)
        let before = story.history.count
        try story.act(.person(story.girl, .withdrawConsent(.care, to: "udavit")), by: Cast.centre)
        let stop = Notice(.stop, to: .unit(Cast.victimUnit.unit), referral: Story.referral(1))
        let said = Self.notices(of: story, from: before)
        #expect(Set(said) == [stop])
    }

    @Test func `an answer of the receiver goes to whoever asked, never to a centre that has a part`() throws {
        for (facts, expected) in [([], 1), ([StreetReport.Answer("official-implicated", "serenazgo")], 0)] {
            var story = try Story.claimed()
            try story.act(.refer([story.asking("child-measure", of: Cast.childUnit)]), by: Cast.centre)
            story.record(
                facts.map { NewEvent(.file(.factSettled(fact: $0.fact, value: $0.value))) },
                by: Cast.family.account)
            story.record(
                [NewEvent(.referral(Story.referral(1), .rejected(reason: "not-ours", suggested: nil)))],
                by: Cast.childUnit.account)
            #expect(Self.lastNotices(of: story).count == expected)
        }
    }

    @Test func `each rung tells whoever stands higher, and the last two the secretariat`() throws {
        var story = try Story.claimed()
        try story.act(.refer([story.asking("child-measure", of: Cast.childUnit)]), by: Cast.centre)
        let id = "acknowledge.\(Story.referral(1).text)"
        var found: [Notice] = []
        for rung in Rung.allCases {
            story.record([NewEvent(.file(.ladderClimbed(obligation: id, rung)))], by: .ladder)
            found += Self.lastNotices(of: story)
        }
        #expect(found.map(\.kind) == [.reminder, .overdue, .overdue, .overdue, .overdue])
        #expect(found.map(\.audience) == [.office, .supervisor, .superior, .office, .office])
        let unit = Notice.Recipient.unit(Cast.childUnit.unit)
        let secretariat = Notice.Recipient.institution("commission-secretariat", municipality: nil)
        #expect(found.map(\.recipient) == [unit, unit, unit, secretariat, secretariat])
    }

    @Test func `a case that nobody took is told to the control centre of its place alone`() throws {
        var story = try Story()
        story.record([NewEvent(.file(.ladderClimbed(obligation: "claim", .reminder)))], by: .ladder)
        let place = Territory.municipality(ofDistrict: story.state.standing?.district)
        #expect(
            Self.lastNotices(of: story)
                == [
                    Notice(
                        .reminder, to: .institution("serenazgo", municipality: place), while: "claim")
                ])
    }

    @Test func `no event writes to a person, and none but a withdrawal about one writes at all`() throws {
        var story = try Story.claimed(.adult, [.init("age", "adult")])
        try story.act(
            .person(
                story.girl,
                .setSafeContact(
                    SafeContact(channels: ["sms"], fromHour: 0, beforeHour: 24, mayNameInstitution: true))),
            by: Cast.centre)
        for (name, event) in try EventSamples.all() {
            guard case .person(_, let about) = event else { continue }
            if case .consentWithdrawn = about { continue }
            let said = story.state.notices(of: .person(story.girl, about), under: SampleRules.rules)
            #expect(said.isEmpty, "\(name)")
        }
    }

    @Test func `news of a delivery is written once, by nobody but the outbox`() async throws {
        var story = try Story.claimed()
        try story.act(.refer([story.asking("child-measure", of: Cast.childUnit)]), by: Cast.centre)
        let news = DeliveryNews(
            of: MessageID(random: Array(repeating: 5, count: 16)), in: story.id, Story.referral(1),
            by: .email, isDelivered: false)
        let journal = StoryJournal(story.history)
        let now = story.now
        let recorder = DeliveryRecorder(journal: journal, clock: { now })
        for _ in 0..<2 { #expect(try await recorder.record(news)) }
        var state = CaseState(after: await journal.entries)
        #expect(state.referrals[0].isUnreached)
        #expect(await journal.entries.count == story.history.count + 1)
        #expect(await journal.entries.last?.stamp.actor == .messenger)
        let arrived = DeliveryNews(
            of: news.message, in: story.id, Story.referral(1), by: .sms, isDelivered: true)
        for _ in 0..<2 { #expect(try await recorder.record(arrived)) }
        state = CaseState(after: await journal.entries)
        #expect(await journal.entries.count == story.history.count + 2)
        #expect(!state.referrals[0].isUnreached)
        #expect(state.referrals[0].state == .delivered)
        #expect(state.referrals[0].hops.last?.channel == .sms)
    }

    private static func lastNotices(of story: Story) -> [Notice] {
        notices(of: story, from: story.history.count - 1)
    }

    /// What the events from a place on ask for, of the case as it stood after each.
    private static func notices(of story: Story, from place: Int) -> [Notice] {
        story.history.indices.dropFirst(place).flatMap { index in
            CaseState(after: story.history[...index]).notices(
                of: story.history[index].event, under: SampleRules.rules)
        }
    }
}
