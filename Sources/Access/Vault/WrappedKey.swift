/// The key of a compartment of a case, wrapped to one unit.
public struct WrappedKey: Hashable, Sendable {
    public let grant: KeyGrant
    public let wrapped: [UInt8]

    public init(_ grant: KeyGrant, _ wrapped: [UInt8]) {
        self.grant = grant
        self.wrapped = wrapped
    }
}
