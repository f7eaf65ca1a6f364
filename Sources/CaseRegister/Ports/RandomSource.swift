/// Where random bytes come from: the system in `Composition`, a seed in the tests.
public protocol RandomSource: Sendable {
    /// As many random bytes as asked for.
    func bytes(_ count: Int) -> [UInt8]
}
