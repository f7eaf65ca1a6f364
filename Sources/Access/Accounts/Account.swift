public import CaseRegister
public import ReferralDomain

/// Somebody who may enter: a code, a unit and a role. No name, no address, no e-mail.
public struct Account: Hashable, Sendable {
    /// Such as `OP-12`.
    public let id: ActorID
    public let unit: UnitID
    public let role: Role
    public let created: Instant
    /// The last moment at which it may enter; nil for an account without a term.
    public let expires: Instant?
    /// When somebody ended it; nil while it stands.
    public let ended: Instant?

    public init(
        _ id: ActorID, in unit: UnitID, as role: Role, created: Instant, expires: Instant? = nil
    ) {
        self.init(id, in: unit, as: role, life: Life(created: created, expires: expires, ended: nil))
    }

    /// An account as it was stored.
    public init(_ id: ActorID, in unit: UnitID, as role: Role, life: Life) {
        self.id = id
        self.unit = unit
        self.role = role
        created = life.created
        expires = life.expires
        ended = life.ended
    }

    /// When an account began and when it ends.
    public struct Life: Hashable, Sendable {
        public let created: Instant
        public let expires: Instant?
        public let ended: Instant?

        public init(created: Instant, expires: Instant?, ended: Instant?) {
            self.created = created
            self.expires = expires
            self.ended = ended
        }
    }

    /// Whether it may enter and act.
    public func isActive(at now: Instant) -> Bool { ended == nil && expires.map { now < $0 } ?? true }
}
