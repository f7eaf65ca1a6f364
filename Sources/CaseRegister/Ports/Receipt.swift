public import ReferralDomain

/// The proof that a report has arrived.
public struct Receipt: Hashable, Sendable {
    public let id: ReportID
    /// The name of the case on the telephone.
    public let reference: CaseReference
    /// How many events the case has; more than one means that it was corrected.
    public let version: Int
    /// When the first report arrived, whatever has been corrected since.
    public let receivedAt: Instant
    /// Whether it stood in the journal before this call.
    public let isRepeat: Bool

    public init(
        id: ReportID, reference: CaseReference, version: Int, receivedAt: Instant, isRepeat: Bool
    ) {
        self.id = id
        self.reference = reference
        self.version = version
        self.receivedAt = receivedAt
        self.isRepeat = isRepeat
    }
}
