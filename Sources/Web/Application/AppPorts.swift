public import Access
public import ReferralDomain
public import Sealing

/// What the street app needs of the house: its keys, its devices, and what takes sealed reports in.
public struct AppPorts: Sendable {
    public let bundleSigner: BundleSigner
    public let ring: IntakeRing
    public let devices: DeviceDesk
    public let reports: ReportIntake
    public let handovers: HandoverIntake
    public let book: any IntakeBook
    /// Since when this catalogue is in force here: a bundle is never older.
    public let catalogSince: Instant
    /// The route engine for the phone; nil where it was not built, and the app is then not offered.
    public var engine: [UInt8]?

    public init(
        signer: BundleSigner, ring: IntakeRing, devices: DeviceDesk, reports: ReportIntake,
        handovers: HandoverIntake, book: any IntakeBook, catalogSince: Instant
    ) {
        bundleSigner = signer
        self.ring = ring
        self.devices = devices
        self.reports = reports
        self.handovers = handovers
        self.book = book
        self.catalogSince = catalogSince
    }
}
