public import CaseRegister

/// With what this house wakes browsers, and whose.
public struct PushHouse: Hashable, Sendable {
    /// The makers of browsers that may be called at all.
    public let origins: Set<WebOrigin>
    /// Whom a maker writes to where something is wrong.
    public let contact: OfficeAddress

    public init(at origins: Set<WebOrigin>, contact: OfficeAddress) {
        self.origins = origins
        self.contact = contact
    }
}
