public import Reports

/// What the pages of figures need: where releases are made, approved and kept.
public struct FigurePorts: Sendable {
    public let desk: ReleaseDesk

    public init(desk: ReleaseDesk) { self.desk = desk }

    /// What two people have published, the newest period first.
    func published() async throws -> [FigureRelease] {
        try await desk.book.releases().filter { $0.approved != nil }
            .sorted { ($1.period.start, $1.period.text) < ($0.period.start, $0.period.text) }
    }
}
