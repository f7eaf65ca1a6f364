public import ReferralDomain

/// Who did what and when in the whole journal, for the auditor: never what was said.
public protocol JournalTrail: Sendable {
    /// The end of the journal; nil while it is empty.
    func end() async throws(JournalFault) -> JournalAnchor?

    /// Acts in the order of their positions, the newest first where the question says so.
    func acts(_ question: TrailQuestion) async throws(JournalFault) -> [TrailAct]

    /// Reads the whole journal and checks every link; returns the first that does not hold, nil where all do.
    func firstFinding() async throws(JournalFault) -> JournalCheck.Finding?
}

/// Which acts are asked for.
public struct TrailQuestion: Hashable, Sendable {
    /// Only positions up to this one, the newest first; nil to begin at the end. With `after`, see there.
    public var upTo: Int64?
    /// Only positions behind this one, the oldest first; wins over `upTo`.
    public var after: Int64?
    public var actor: ActorID?
    /// The name of an event, such as `referral-sent`.
    public var name: String?
    /// From this moment on.
    public var from: Instant?
    /// Before this moment.
    public var before: Instant?
    public var most: Int

    public init(most: Int = 100) { self.most = most }
}

/// One act of the journal without what was said: ids, a coded reason, and its link in the chain.
public struct TrailAct: Hashable, Sendable {
    public let position: Int64
    public let caseID: String
    public let version: Int64
    public let name: String
    public let actor: String
    public let instant: Instant
    /// The coded reason; nil where the act has none.
    public let reason: String?
    public let previousHash: String
    public let hash: String

    /// What an entry lets an auditor see.
    public init(_ entry: JournalEntry, reason: String?, previousHash: String, hash: String) {
        position = entry.position
        caseID = entry.caseID
        version = entry.version
        name = entry.name
        actor = entry.actor
        instant = Instant(millisecondsSinceEpoch: entry.recordedAtMilliseconds)
        self.reason = reason
        self.previousHash = previousHash
        self.hash = hash
    }
}
