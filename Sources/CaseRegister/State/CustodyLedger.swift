public import ReferralDomain

/// Who answered for a person at each minute since the first sighting, without a hole that nobody sees.
public struct CustodyLedger: Equatable, Sendable {
    public internal(set) var spans: [Span] = []

    public init() {}

    /// A ledger that begins with a gap: nobody answers for the person yet.
    init(from start: Moment) { spans = [Span(holder: nil, from: start, to: nil)] }

    public struct Span: Hashable, Sendable {
        /// nil: nobody answered for the person.
        public let holder: Holder?
        public let from: Moment
        /// nil while it lasts.
        public internal(set) var to: Moment?
    }

    /// Who answers for the person now; nil where nobody does.
    public var current: Span? { spans.last.flatMap { $0.to == nil && $0.holder != nil ? $0 : nil } }

    /// Who answered for the person at a moment; nil in a gap and before the ledger begins.
    public func holder(at instant: Instant) -> Holder? {
        guard let span = spans.last(where: { $0.from.happened <= instant }) else { return nil }
        guard let end = span.to?.happened else { return span.holder }
        return instant < end ? span.holder : nil
    }

    /// The times in which nobody answered for the person, until now; none where now lies before them.
    public func gaps(until now: Instant) -> [Range<Instant>] {
        spans.compactMap { span in
            let end = min(span.to?.happened ?? now, now)
            return span.holder == nil && span.from.happened < end ? span.from.happened..<end : nil
        }
    }

    /// Notes who answers from a moment on; nil for nobody.
    ///
    /// It is put where it happened, not where it was registered: what was declared to have come later still
    /// stands after it, so the spans never overlap and never run backwards. What is declared to lie before
    /// the beginning counts from the beginning on.
    mutating func change(to holder: Holder?, at moment: Moment) {
        guard let start = spans.first?.from else {
            spans = [Span(holder: holder, from: moment, to: nil)]
            return
        }
        let moment = moment.happened < start.happened ? moment.declared(to: start.happened) : moment
        guard let index = spans.lastIndex(where: { $0.from.happened <= moment.happened }) else { return }
        let former = spans[index]
        guard former.holder != holder else { return }
        let next = Span(holder: holder, from: moment, to: former.to)
        if former.from.happened == moment.happened {
            spans[index] = next
        } else {
            spans[index].to = moment
            spans.insert(next, at: index + 1)
        }
    }
}

extension Moment {
    fileprivate func declared(to instant: Instant) -> Moment {
        Moment(registered: registered, declared: instant, actor: actor)
    }
}
