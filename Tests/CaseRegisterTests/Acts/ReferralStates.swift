import CaseRegister
import ReferralDomain

/// A story for each state of a referral, and all verbs that somebody may try.
enum ReferralStates {
    static func stories() throws -> [(ReferralState, Story)] {
        try ReferralState.allCases.map { ($0, try story(in: $0)) }
    }

    static func story(in state: ReferralState) throws -> Story {
        var story = try Story.claimed()
        let new = story.asking("notify-child-protection", of: Cast.childUnit)
        story.record([NewEvent(.referral(new.id, .drafted(new.draft)))], by: Cast.centre.account)
        for verb in path(to: state, in: story) {
            let isSenders = [ReferralWord.call, .send, .deliver, .recall].contains(verb.word)
            try story.act(.referral(new.id, verb), by: isSenders ? Cast.centre : Cast.childUnit)
        }
        return story
    }

    private static func path(to state: ReferralState, in story: Story) -> [ReferralVerb] {
        let sent: [ReferralVerb] = [.call(answered: true), .send(.inSystem)]
        let taken = sent + [.deliver(.inSystem), .acknowledge(story.proof(.account), .inSystem)]
        return switch state {
        case .drafted: []
        case .called: [.call(answered: true)]
        case .sent: sent
        case .delivered: sent + [.deliver(.inSystem)]
        case .acknowledged: taken
        case .accepted: taken + [.accept]
        case .custodyReceived: taken + [.accept, .receiveCustody(post: "U-02")]
        case .done: taken + [.accept, .complete(story.evidence)]
        case .onHold: taken + [.hold(reason: "capacity", review: story.now.adding(milliseconds: 86_400_000))]
        case .rejected: sent + [.reject(reason: "not-ours", suggested: nil)]
        case .recalled: sent + [.recall(reason: "sent-by-mistake")]
        }
    }

    /// Each verb once, with the proof that this actor can have.
    static func verbs(of acting: Acting, in story: Story) -> [ReferralVerb] {
        let kind: Proof.Kind =
            acting.role == .operator ? .spokenCode : acting.account == .link ? .link : .account
        let review = story.now.adding(milliseconds: 5 * 86_400_000)
        return [
            .call(answered: false), .send(.email), .deliver(.email), .acknowledge(story.proof(kind), .phone),
            .accept, .reject(reason: "no-capacity", suggested: nil),
            .hold(reason: "capacity", review: review),
            .resume, .recall(reason: "sent-by-mistake"), .receiveCustody(post: "U-03"),
            .complete(story.evidence),
        ]
    }
}
