public import CaseRegister
public import ReferralDomain

/// One call to a contact of the directory and what came of it.
///
/// The id is drawn by the form, so that sending it twice is one call.
public struct ContactCall: Hashable, Sendable {
    public let id: RecordID<ContactCall>
    /// A contact of the catalogue.
    public let contact: String
    public let outcome: Outcome
    public let at: Instant
    public let by: ActorID
    public let unit: UnitID

    /// What came of a call.
    public enum Outcome: String, CaseIterable, Sendable {
        case answered
        case noAnswer = "no-answer"
        case wrongNumber = "wrong-number"
        case outOfService = "out-of-service"

        /// Whether the number itself is wrong, and not only nobody there.
        public var condemns: Bool { self == .wrongNumber || self == .outOfService }
    }

    public init(
        _ id: RecordID<ContactCall>, to contact: String, _ outcome: Outcome, at instant: Instant,
        by acting: Acting
    ) {
        self.init(
            id, to: contact, outcome, stamp: Stamp(actor: acting.account, instant: instant), unit: acting.unit
        )
    }

    /// A call as it was stored.
    public init(
        _ id: RecordID<ContactCall>, to contact: String, _ outcome: Outcome, stamp: Stamp, unit: UnitID
    ) {
        self.id = id
        self.contact = contact
        self.outcome = outcome
        at = stamp.instant
        by = stamp.actor
        self.unit = unit
    }
}
