/// A point on which the manual and the law of today differ; shown plainly, never resolved in silence.
public struct HardWarning: CatalogItem {
    public let id: Identifier<HardWarning>
    public let place: Place
    public let topic: String
    public let manualSays: String
    public let lawSays: String
    public let `do`: String
    public let sources: [Identifier<Source>]
}
