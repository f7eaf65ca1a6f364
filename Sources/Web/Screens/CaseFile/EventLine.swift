import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Says in words what an event was: what happened, when, who registered it.
struct EventLine {
    let recorded: RecordedEvent
    let scene: CaseScene

    private var words: Words<ThreadText> { Words(scene.texts) }

    /// What happened, in one short sentence.
    var title: String {
        switch recorded.event {
        case .sightingReported: words[.sighting]
        case .sightingAmended: words[.amended]
        case .file(let event): file(event)
        case .referral(let id, let event): referral(id, event)
        case .person(let id, let event): words[.about, ["person": scene.name(of: id), "what": person(event)]]
        }
    }

    var kind: ThreadView.Kind {
        switch recorded.event {
        case .sightingReported: .first
        case .person(_, .custodyTaken), .referral(_, .custodyReceived): .hand
        case .sightingAmended, .file, .referral, .person: .done
        }
    }

    /// Hour and who; both times where they lie more than a minute apart.
    var detail: HTML {
        let moment = recorded.moment
        let who = name(moment.actor)
        let apart = abs(
            moment.registered.millisecondsSinceEpoch - moment.happened.millisecondsSinceEpoch)
        let both: HTML? =
            apart > 60_000
            ? """
            <br><span class="small">\(words[.bothTimes, [
                "declared": Self.clock(moment.happened, scene.now),
                "registered": Self.clock(moment.registered, scene.now),
            ]])</span>
            """ : nil
        return """
            <time datetime="\(moment.happened.machineText)">\(Self.clock(moment.happened, scene.now))</time> \
            <span class="small muted">\(who)</span>\(both)
            """
    }

    /// The hour, with the day where it is not today.
    static func clock(_ instant: Instant, _ now: Instant) -> String {
        let isToday = LimaTime(instant).date == LimaTime(now).date
        return isToday ? instant.hourText : "\(String(instant.dayText.prefix(5))) \(instant.hourText)"
    }

    private func file(_ event: FileEvent) -> String {
        switch event {
        case .claimed: words[.claimed]
        case .handedOver(_, let next): words[.handedOver, ["who": name(next)]]
        case .factSettled(let fact, let value):
            words[
                .settled,
                ["fact": scene.names.fact(fact), "value": scene.names.value(value, of: fact)]]
        case .merged: words[.merged]
        case .personAdded(let id, _): words[.personAdded, ["person": scene.name(of: id)]]
        case .ladderClimbed(_, let rung): words[.climbed, ["rung": scene.names.rung(rung)]]
        case .obligationPaused(_, let reason, let until):
            words[
                .paused,
                ["reason": scene.names.code(reason, in: "pause-reasons"), "day": until.dayText]]
        case .obligationResumed: words[.resumed]
        case .wordReceived: words[.wordReceived]
        case .glassBroken(let by, _, let second, let reason, _):
            words[
                .glass,
                [
                    "who": name(by), "second": name(second),
                    "reason": scene.names.code(reason, in: "glass-reasons"),
                ]]
        case .glassReviewed(_, let verdict):
            words[.glassReviewed, ["verdict": scene.names.code(verdict, in: "glass-verdicts")]]
        case .closingAsked(let reason, _): words[.closingAsked, ["reason": closing(reason)]]
        case .closed(let reason, _): words[.closed, ["reason": closing(reason)]]
        case .reopened(let reason):
            words[.reopened, ["reason": scene.names.code(reason, in: "reopening-reasons")]]
        }
    }

    private func name(_ actor: ActorID) -> String { ActorName(actor: actor, names: scene.names).text }

    private func closing(_ reason: String) -> String { scene.names.code(reason, in: "closing-reasons") }

    private func referral(_ id: ReferralID, _ event: ReferralEvent) -> String {
        let draft = scene.state.referral(id)?.draft
        let body = draft.map(scene.receiver) ?? ""
        func said(_ key: ThreadText, _ more: [String: String] = [:]) -> String {
            words[key, more.merging(["body": body]) { $1 }]
        }
        switch event {
        case .drafted: return said(.drafted)
        case .called(let answered): return said(answered ? .answered : .notAnswered)
        case .sent(let channel): return said(.sent, ["channel": scene.names.channel(channel)])
        case .delivered: return said(.delivered)
        case .undelivered: return said(.undelivered)
        case .acknowledged(let proof, _): return said(.acknowledged, ["proof": scene.names.proof(proof.kind)])
        case .accepted: return said(.accepted)
        case .rejected(let reason, _):
            return said(.rejected, ["reason": scene.names.code(reason, in: "rejection-reasons")])
        case .held(let reason, let review):
            return said(
                .held,
                ["reason": scene.names.code(reason, in: "hold-reasons"), "day": review.dayText])
        case .resumed: return said(.goesOn)
        case .recalled(let reason):
            return said(.recalled, ["reason": scene.names.code(reason, in: "recall-reasons")])
        case .custodyReceived(let post): return said(.custodyReceived, ["post": post])
        case .done(let evidence): return said(.done, ["document": evidence.document])
        }
    }
}
