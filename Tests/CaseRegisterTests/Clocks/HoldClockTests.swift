import CaseRegister
import JSON
import ReferralDomain
import Testing

/// Protects: whoever paused a referral looks at it again, and nobody is late by a pause.
struct HoldClockTests {
    private let acknowledged = Proof(.account, by: SealedBytes([1]), of: "upe")

    @Test func `a pause of the sender is the sender's to look at, and one of the receiver the receiver's`()
        throws
    {
        for (isAnswered, body) in [(false, "serenazgo"), (true, "upe")] {
            let (start, review) = (try Lima.at("2026-11-23 22:15"), try Lima.at("2026-11-25 09:00"))
            var story = try CaseStory(at: start)
            let id = story.refer(1, step: "child-measure", to: "upe", at: start)
            if isAnswered { story.tell(.acknowledged(acknowledged, .inSystem), id, at: start) }
            story.tell(.held(reason: "capacity", review: review), id, at: start)
            let owed = story.state.obligations(under: Rules.standard).first { $0.kind == .review }
            #expect(owed?.institution == body)
        }
    }

    @Test func `after a pause the time to answer goes on where it stood`() throws {
        let start = try Lima.at("2026-11-23 22:15")
        var story = try CaseStory(at: start)
        let id = story.refer(1, step: "child-measure", to: "upe", at: start)
        story.tell(
            .held(reason: "capacity", review: try Lima.at("2026-11-25 09:00")), id,
            at: try Lima.at("2026-11-23 22:20"))
        story.tell(.resumed, id, at: try Lima.at("2026-11-24 08:20"))
        #expect(try due(.acknowledge, in: story) == "2026-11-24 08:25", "five of ten minutes were left")

        story.tell(.acknowledged(acknowledged, .inSystem), id, at: try Lima.at("2026-11-24 08:24"))
        #expect(try due(.accept, in: story) == "2026-11-24 09:24")
        story.tell(
            .held(reason: "capacity", review: try Lima.at("2026-11-26 09:00")), id,
            at: try Lima.at("2026-11-24 08:34"))
        story.tell(.resumed, id, at: try Lima.at("2026-11-25 08:34"))
        #expect(try due(.accept, in: story) == "2026-11-25 09:24")
    }

    @Test func `who was paused is not silent, and the board counts no pause`() throws {
        let start = try Lima.at("2026-11-23 22:15")
        var story = try CaseStory(at: start)
        let id = story.refer(1, step: "child-measure", to: "upe", at: start)
        story.tell(
            .held(reason: "capacity", review: try Lima.at("2026-11-25 09:00")), id,
            at: try Lima.at("2026-11-23 22:20"))
        story.tell(.resumed, id, at: try Lima.at("2026-11-24 08:20"))
        #expect(try silent(in: story, at: "2026-11-24 08:30") == 15)
        let answered = try Lima.at("2026-11-24 08:23")
        story.tell(.acknowledged(acknowledged, .inSystem), id, at: answered)
        #expect(try silent(in: story, at: "2026-11-26 08:30") == 8)
        story.tell(.held(reason: "capacity", review: try Lima.at("2026-11-27 09:00")), id, at: answered)
        story.tell(.resumed, id, at: try Lima.at("2026-11-25 08:20"))
        #expect(try silent(in: story, at: "2026-11-26 08:30") == 8, "who had answered is not silent again")
        let row = try #require(story.state.rows(of: story.id, under: Rules.standard)?.referrals.first)
        #expect(row.acknowledged?.waited == Int64(480_000))
    }

    @Test func `a pause before anybody was told, or still running, makes nobody less late`() throws {
        let start = try Lima.at("2026-11-23 22:15")
        var story = try CaseStory(at: start)
        let id = ReferralID(random: Array(repeating: 1, count: 16))
        story.tell(.drafted(ReferralDraft(step: "child-measure", institution: "upe")), id, at: start)
        story.tell(.held(reason: "capacity", review: try Lima.at("2026-11-25 09:00")), id, at: start)
        story.tell(.resumed, id, at: try Lima.at("2026-11-24 08:00"))
        story.tell(.sent(.phone), id, at: try Lima.at("2026-11-24 08:10"))
        #expect(try due(.acknowledge, in: story) == "2026-11-24 08:20")
        #expect(try silent(in: story, at: "2026-11-24 08:30") == 20)
    }

    private func due(_ kind: Obligation.Kind, in story: CaseStory) throws -> String? {
        try #require(story.state.obligations(under: Rules.standard).first { $0.kind == kind }).due.map(
            Lima.text)
    }

    private func silent(in story: CaseStory, at now: String) throws -> Int64? {
        let dossier = try #require(
            Dossier(
                of: story.history, under: Rules.standard, at: try Lima.at(now),
                digest: { _ in Array(repeating: 0, count: 32) }))
        return dossier.body["referrals"]?.array?.first?["silentMinutes"]?.integer
    }
}
