public import CaseRegister
public import ReferralDomain

/// What came from phones, beside what the journal keeps. What it has acknowledged is never lost.
public protocol IntakeBook: Sendable {
    /// Keeps what is known of a sealed report, unless something stands that was sealed later or is the same packet;
    /// returns what stands.
    func keep(_ record: IntakeRecord) async throws(JournalFault) -> IntakeRecord

    /// What came with the report of a case; nil where it did not come sealed.
    func record(of id: CaseID) async throws(JournalFault) -> IntakeRecord?

    /// Keeps a handover; what was kept of the same handover first stands, and is returned.
    func keep(_ handover: HandoverRecord) async throws(JournalFault) -> HandoverRecord

    /// The handovers of a case, the first first.
    func handovers(of id: CaseID) async throws(JournalFault) -> [HandoverRecord]

    /// Notes which catalogue is in force, and returns since when it has been without another one between.
    func catalogInForce(_ hash: String, version: String, at now: Instant) async throws(JournalFault)
        -> Instant

    /// Whether a catalogue was ever in force here.
    func knowsCatalog(_ hash: String) async throws(JournalFault) -> Bool
}

/// What is known of one sealed report: who signed it, both clocks, what a person must look at.
public struct IntakeRecord: Hashable, Sendable {
    public let id: CaseID
    /// SHA-256 of what came, to tell the same packet from another one.
    public let packetHash: String
    /// Nil where nobody signed it.
    public let device: DeviceID?
    /// By the clock of the phone: when the case began, and when it was sealed.
    public let made: Instant
    public let sent: Instant
    /// By our clock.
    public let received: Instant
    public let marks: [IntakeMark]
    /// The unit to which the detail is sealed.
    public let unit: UnitID?
    public let detail: SealedBytes?

    public init(
        _ id: CaseID, packetHash: String, device: DeviceID?,
        at times: (made: Instant, sent: Instant, received: Instant), marks: [IntakeMark], unit: UnitID? = nil,
        detail: SealedBytes? = nil
    ) {
        self.id = id
        self.packetHash = packetHash
        self.device = device
        made = times.made
        sent = times.sent
        received = times.received
        self.marks = marks
        self.unit = detail == nil ? nil : unit
        self.detail = detail
    }

    /// Whether another packet of the same report was sealed after this one.
    package func yields(to other: IntakeRecord) -> Bool {
        packetHash != other.packetHash && sent < other.sent
    }
}

/// What a person must look at in a report that came sealed; also what the phone is told.
public enum IntakeMark: String, CaseIterable, Sendable {
    /// The clock of the phone cannot be right.
    case clock
    /// The report was made under rules that were never in force here.
    case catalogUnknown = "catalog-unknown"
    /// Under rules that were in force, and no longer are.
    case catalogOld = "catalog-old"
    /// Another district than that of the device, or one that the catalogue does not have.
    case district
    /// No device signed it.
    case unsigned
    /// The detail could be sealed to nobody and was not kept.
    case detail
}
