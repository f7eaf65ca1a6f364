/// A cryptographic hash of some bytes: SHA-256, given by `Composition`.
public typealias Digest = @Sendable (_ bytes: [UInt8]) -> [UInt8]
