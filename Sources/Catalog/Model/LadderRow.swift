/// What happens when one kind of obligation is not met; its id is the kind, such as `acknowledge`.
public struct LadderRow: CatalogItem {
    public let id: Identifier<LadderRow>
    public let place: Place
    /// Our goal in milliseconds, where no rule of time gives one; never shown as law.
    public let goalMilliseconds: Int64?
    /// How long after the end of the term each of the five rungs comes, in milliseconds.
    public let rungsMilliseconds: [Int64]
    /// How long the body that owes it may be silent, in milliseconds; nil where silence does not matter.
    public let keepInLoopMilliseconds: Int64?
}
