import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// The thread of a case: what happened as solid knots, this minute, what is owed as open knots.
struct CaseThread {
    let scene: CaseScene
    /// How many events are shown at most, the newest; nil for all.
    var most: Int?
    /// How many of the next obligations are shown; the clocks beside show all.
    var mostAhead = 6
    /// Whether the line hangs from the head of the page.
    var isRooted = false

    private var words: Words<ThreadText> { Words(scene.texts) }

    var html: HTML { ThreadView(knots: past + [now] + ahead, isRooted: isRooted).html }

    /// The events in the order in which they happened, with a word where an hour passed in silence.
    private var past: [ThreadView.Knot] {
        let told = Self.told(scene.history)
        var knots: [ThreadView.Knot] = []
        var before: Instant?
        for recorded in told {
            let line = EventLine(recorded: recorded, scene: scene)
            let happened = recorded.moment.happened
            let silence = before.map { happened.millisecondsSinceEpoch - $0.millisecondsSinceEpoch } ?? 0
            knots.append(
                ThreadView.Knot(
                    kind: line.kind, title: "\(line.title)", detail: line.detail,
                    hole: silence > Self.hour ? hole(silence) : nil))
            before = happened
        }
        guard let most, knots.count > most else { return knots }
        return Array(knots.prefix(1) + knots.suffix(most - 1))
    }

    private func hole(_ length: Int64) -> String {
        words[.hole, ["length": ClockText.length(length, scene.texts)]]
    }

    /// A draft that was sent in the same act is told once, as sent.
    static func told(_ history: [RecordedEvent]) -> [RecordedEvent] {
        var sent: Set<ReferralID> = []
        for recorded in history {
            if case .referral(let id, .sent) = recorded.event { sent.insert(id) }
        }
        let kept = history.filter { recorded in
            guard case .referral(let id, .drafted) = recorded.event else { return true }
            return !sent.contains(id)
        }
        return kept.enumerated().sorted { left, right in
            let (first, second) = (left.element.moment.happened, right.element.moment.happened)
            return first == second ? left.offset < right.offset : first < second
        }.map(\.element)
    }

    private var now: ThreadView.Knot {
        let hour = words[.nowHere, ["hour": scene.now.hourText]]
        return ThreadView.Knot(kind: .current, title: "<span class=\"here\">\(hour)</span>")
    }

    private var ahead: [ThreadView.Knot] {
        if scene.state.closed != nil { return [ThreadView.Knot(kind: .end, title: "\(words[.lastDuty])")] }
        let owed = scene.obligations.prefix(mostAhead).map { obligation in
            ThreadView.Knot(
                kind: .next,
                title: """
                    \(words[.owed, [
                        "body": scene.names.institution(obligation.institution),
                        "what": scene.names.kind(obligation.kind),
                    ]])
                    """,
                detail: due(obligation))
        }
        let last = ThreadView.Knot(
            kind: .last, title: "<b>\(words[.lastDuty])</b>",
            detail: "<span class=\"small muted\">\(words[.lastDutyHint])</span>")
        return Array(owed) + [last]
    }

    private func due(_ obligation: Obligation) -> HTML {
        let face = ClockFace(obligation, now: scene.now)
        let when: HTML? = obligation.due.map {
            "<time datetime=\"\($0.machineText)\">\(EventLine.clock($0, scene.now))</time>"
        }
        return "\(StateMark(face.state).html(scene.texts)) \(when)"
    }

    private static let hour: Int64 = 3_600_000
}
