public import CaseRegister
public import ReferralDomain

/// One handover that two phones signed on the spot.
public struct HandoverRecord: Hashable, Sendable {
    public let id: RecordID<HandoverRecord>
    public let caseID: CaseID
    public let from: DeviceID
    public let to: DeviceID
    /// The post of whoever received.
    public let post: String
    /// By the clocks of the two phones.
    public let offered: Instant
    public let answered: Instant
    public let received: Instant
    public let packetHash: String
    /// Why a person must settle it; nil where the custody is recorded.
    public let conflict: Conflict?

    /// Why a handover does not fit what the register knows.
    public enum Conflict: String, CaseIterable, Sendable {
        /// No report of this id has come yet, or the case is not this centre's.
        case unknownCase = "unknown-case"
        /// A device was ended before it was registered.
        case revoked
        /// The case has no person, or more than one: which is meant?
        case people
        /// Another handover of the same case came before.
        case another
        /// The register refuses it as the case stands.
        case refused
    }

    public init(
        _ id: RecordID<HandoverRecord>, of caseID: CaseID, from: DeviceID, to: DeviceID, post: String,
        at times: (offered: Instant, answered: Instant, received: Instant), packetHash: String,
        conflict: Conflict?
    ) {
        self.id = id
        self.caseID = caseID
        self.from = from
        self.to = to
        self.post = post
        offered = times.offered
        answered = times.answered
        received = times.received
        self.packetHash = packetHash
        self.conflict = conflict
    }
}
