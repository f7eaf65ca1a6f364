public import CaseRegister
public import ReferralDomain

/// Which leaves are asked for, the newest first.
public struct AuditFilter: Hashable, Sendable {
    public let actor: ActorID?
    public let action: String?
    /// A word among the objects, such as the id of a case.
    public let object: String?
    /// Only leaves before this position; nil for the newest.
    public let before: Int64?
    public let most: Int
    public var unit: UnitID?
    /// From this moment on, and before that one.
    public var from: Instant?
    public var until: Instant?

    public init(
        actor: ActorID? = nil, action: String? = nil, object: String? = nil, before: Int64? = nil,
        most: Int = 100
    ) {
        self.actor = actor
        self.action = action
        self.object = object
        self.before = before
        self.most = most
    }
}
