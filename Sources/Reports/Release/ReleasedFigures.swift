public import ReferralDomain

/// Everything that one release says: printed counts, printed times and the open data. The true counts are not in it.
public struct ReleasedFigures: Hashable, Sendable {
    public let scheme: FigureScheme
    /// Until when cases were read.
    public let cut: Instant
    public let catalogHash: String
    public let cubes: [SafeRelease]
    public let times: [TimeFigure]
    /// nil where the budget of the year was spent.
    public let open: OpenPack?

    public init(
        scheme: FigureScheme, cut: Instant, catalogHash: String, cubes: [SafeRelease], times: [TimeFigure],
        open: OpenPack?
    ) {
        self.scheme = scheme
        self.cut = cut
        self.catalogHash = catalogHash
        self.cubes = cubes
        self.times = times
        self.open = open
    }

    public func cube(_ id: String) -> SafeRelease? { cubes.first { $0.cube.id == id } }
}
