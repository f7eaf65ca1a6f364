/// Where random bytes come from: the system in `Composition`, a seed in the tests.
public typealias RandomBytes = @Sendable (_ count: Int) -> [UInt8]
