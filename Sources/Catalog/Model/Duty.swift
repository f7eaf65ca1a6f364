/// One of the nine duties of the manual (§2): what every institution owes the person, and for how long.
public struct Duty: CatalogItem {
    public let id: Identifier<Duty>
    public let place: Place
    /// 1 to 9, in the manual's order.
    public let number: Int
    public let step: Identifier<Step>
    public let text: String
    public let owners: [Identifier<Institution>]
    public let evidence: String
    /// ISO 8601 durations after which it is looked at again.
    public let cadence: [String]
    public let sources: [Identifier<Source>]

    /// The cadence in months, such as 1, 3, 6 and 12.
    public var months: [Int] { cadence.compactMap(ISODuration.months) }
}
