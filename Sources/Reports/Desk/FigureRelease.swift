public import CaseRegister

/// One release: proposed by one person, seen by analysts once a second one has approved it, and never changed.
public struct FigureRelease: Hashable, Sendable {
    public let id: RecordID<FigureRelease>
    public let figures: ReleasedFigures
    /// SHA-256 of the canonical form, 64 hexadecimal digits.
    public let checksum: String
    public let made: Stamp
    /// The second person; nil while only one has said so.
    public internal(set) var approved: Stamp?
    /// Who took it back before it was approved.
    public internal(set) var discarded: Stamp?

    public init(
        _ id: RecordID<FigureRelease>, _ figures: ReleasedFigures, checksum: String, made: Stamp,
        approved: Stamp? = nil, discarded: Stamp? = nil
    ) {
        self.id = id
        self.figures = figures
        self.checksum = checksum
        self.made = made
        self.approved = approved
        self.discarded = discarded
    }

    public var period: FigurePeriod { figures.scheme.period }
    /// Whether it waits for the second person.
    public var isWaiting: Bool { approved == nil && discarded == nil }
}
