import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws what happened in a case as one thread: every referral, every rung and every end that passed, in their order.
///
/// It is drawn once for the whole case, so that a silence of one body is seen beside what the others did meanwhile.
struct BoardCaseThread {
    let model: BoardCaseModel
    let names: CatalogNames

    var html: HTML { ThreadView(knots: first + past + [now] + toCome + more).html }

    private var texts: Texts { names.texts }
    private var words: Words<BoardCaseText> { Words(texts) }

    /// One thing that happened, or will.
    private struct Event {
        let at: Instant
        let title: HTML
        let detail: String
        var hole: String?
    }

    private var first: [ThreadView.Knot] {
        model.opened.map { [ThreadView.Knot(kind: .first, title: "<b>\(words[.reported, when($0)])</b>")] }
            ?? []
    }

    private var past: [ThreadView.Knot] {
        (hops + climbs + ends).sorted { ($0.at, $0.detail) < ($1.at, $1.detail) }.map { knot($0, .done) }
    }

    private var hops: [Event] {
        model.referrals.flatMap { trail in
            trail.hops.map { hop in
                Event(
                    at: hop.at, title: "<b>\(hop.label)</b>", detail: about(trail.duty, trail.institution),
                    hole: hop.silence.map {
                        words[
                            .silentBetween,
                            ["length": ClockText.length($0, texts), "body": trail.institution]]
                    })
            }
        }
    }

    /// Rungs that one sweep climbed together are one knot, named after the highest.
    private var climbs: [Event] {
        model.owed.flatMap { owed in
            let about = about(owed.duty, owed.institution)
            let said = owed.lastWord.map { [Event(at: $0, title: "\(words[.said])", detail: about)] } ?? []
            return said
                + Dictionary(grouping: owed.climbs, by: \.at).compactMap { at, climbs in
                    guard let top = climbs.map(\.rung).max() else { return nil }
                    let together = words[.together, ["count": String(climbs.count)]]
                    return Event(
                        at: at, title: "<b>\(names.rung(top))</b>",
                        detail: climbs.count > 1 ? "\(together) · \(about)" : about)
                }
        }
    }

    private var ends: [Event] {
        model.owed.compactMap { owed in
            guard let due = owed.face.due, due <= model.now else { return nil }
            return Event(
                at: due, title: StateMark(.late).html(texts), detail: about(owed.duty, owed.institution))
        }
    }

    /// This minute; in red how many wait for an answer.
    private var now: ThreadView.Knot {
        let late = model.owed.count { $0.face.state == .late }
        let detail: HTML? =
            late > 0
            ? "<b class=\"clock late\">\(words[.unanswered, ["count": String(late)]])</b>" : nil
        return ThreadView.Knot(
            kind: .current, title: "<span class=\"here\">\(words[.nowWord])</span>", detail: detail)
    }

    private var ahead: [Event] {
        let events = model.owed.flatMap { owed in
            let about = about(owed.duty, owed.institution)
            let end = owed.face.due.map { Event(at: $0, title: "\(words[.ends])", detail: about) }
            let rung = owed.nextRung.flatMap { rung in
                // A rung that comes with the end of the term says nothing more than the end.
                owed.nextRungAt.flatMap { $0 == owed.face.due ? nil : $0 }.map {
                    Event(at: $0, title: "\(names.rung(rung))", detail: about)
                }
            }
            return [end, rung].compactMap(\.self)
        }
        return events.filter { $0.at > model.now }.sorted { ($0.at, $0.detail) < ($1.at, $1.detail) }
    }

    private var toCome: [ThreadView.Knot] { ahead.prefix(Self.mostAhead).map { knot($0, .next) } }

    private var more: [ThreadView.Knot] {
        let count = ahead.count - Self.mostAhead
        guard count > 0 else { return [] }
        return [ThreadView.Knot(kind: .last, title: "\(words[.moreAhead, ["count": String(count)]])")]
    }

    private func knot(_ event: Event, _ kind: ThreadView.Kind) -> ThreadView.Knot {
        let hour = ShortMoment.text(event.at, now: model.now)
        return ThreadView.Knot(
            kind: kind, title: event.title,
            detail: "<span class=\"small muted\">\(hour) · \(event.detail)</span>", hole: event.hole)
    }

    private func about(_ duty: String, _ body: String) -> String { "\(duty) · \(body)" }

    private func when(_ instant: Instant) -> [String: String] {
        ["when": ShortMoment.text(instant, now: model.now)]
    }

    /// How many of the ends and rungs that are still to come are shown; each clock says its own.
    private static let mostAhead = 5
}
