/// The thirty-two bytes from which the signing key is made. Printing one prints its type.
public struct SigningSeed: Sendable, Unprintable {
    /// How many bytes a seed has.
    public static let length = 32

    let bytes: [UInt8]

    /// A seed from random bytes.
    ///
    /// - Throws: `.unusable` where there are not exactly 32 bytes.
    public init(random bytes: [UInt8]) throws(SealingFault) {
        guard bytes.count == Self.length else { throw .unusable }
        self.bytes = bytes
    }

    /// The bytes, for the file that keeps the seed.
    package var rawBytes: [UInt8] { bytes }
}
