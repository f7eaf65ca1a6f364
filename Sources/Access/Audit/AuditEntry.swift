public import CaseRegister
public import ReferralDomain

/// Who did what to what and why, before it is done. Words only: there is no place for a name or a text.
public struct AuditEntry: Hashable, Sendable {
    public let instant: Instant
    public let actor: ActorID
    public let unit: UnitID
    /// A word, such as `reveal`.
    public let action: String
    /// Words: ids of the case, the person, the field.
    public let objects: [String]
    /// The code of the reason, where the act needs one.
    public let reason: String?

    public init(
        _ action: String, on objects: [String], because reason: String? = nil, by acting: Acting,
        at instant: Instant
    ) {
        self.action = action
        self.objects = objects
        self.reason = reason
        actor = acting.account
        unit = acting.unit
        self.instant = instant
    }

    /// An entry as it was found.
    public init(
        _ action: String, on objects: [String], because reason: String?,
        by account: (actor: ActorID, unit: UnitID), at instant: Instant
    ) {
        self.action = action
        self.objects = objects
        self.reason = reason
        actor = account.actor
        unit = account.unit
        self.instant = instant
    }

    /// Whether every part is a word, in which neither a name nor a story can travel.
    var isWorded: Bool {
        ([action] + objects + (reason.map { [$0] } ?? [])).allSatisfy { (try? ActorID(reading: $0)) != nil }
    }
}
