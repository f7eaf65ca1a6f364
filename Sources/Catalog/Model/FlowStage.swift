/// One stage of the route as it is drawn.
public struct FlowStage: CatalogItem {
    public let id: Identifier<FlowStage>
    public let place: Place
    public let number: Int
    public let title: String
    public let detail: String
    public let steps: [Identifier<Step>]
    public let sources: [Identifier<Source>]
}
