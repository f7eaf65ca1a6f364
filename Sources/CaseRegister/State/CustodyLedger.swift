/// Who answered for a person at each minute since the first sighting, without a hole that nobody sees.
public struct CustodyLedger: Equatable, Sendable {
    public internal(set) var spans: [Span] = []

    public init() {}

    public struct Span: Hashable, Sendable {
        /// nil: nobody answered for the person.
        public let holder: Holder?
        public let from: Moment
        /// nil while it lasts.
        public internal(set) var to: Moment?
    }

    /// Who answers for the person now; nil where nobody does.
    public var current: Span? { spans.last.flatMap { $0.to == nil && $0.holder != nil ? $0 : nil } }
}
