/// How often one account may do something within a span of time.
public struct AuditLimit: Hashable, Sendable {
    public let most: Int
    public let milliseconds: Int64

    public init(_ most: Int, within milliseconds: Int64) {
        self.most = most
        self.milliseconds = milliseconds
    }

    static let hour: Int64 = 3_600_000
    static let day: Int64 = 24 * hour
}
