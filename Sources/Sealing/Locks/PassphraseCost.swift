/// What one try at a passphrase costs whoever guesses (scrypt, RFC 7914).
public struct PassphraseCost: Hashable, Sendable {
    /// The logarithm to base two of the number of rounds.
    public let log2Rounds: Int
    public let blockSize: Int
    public let parallelism: Int

    /// What OWASP asks for: 2^17 rounds, 128 MiB of memory a try.
    public static let owasp = PassphraseCost(known: 17, 8, 1)

    /// A cost.
    ///
    /// - Throws: `.unusable` where it would take more than 512 MiB, so that a forged head stops nobody's server.
    public init(log2Rounds: Int, blockSize: Int, parallelism: Int) throws(SealingFault) {
        guard (1...20).contains(log2Rounds), (1...16).contains(blockSize), (1...4).contains(parallelism),
            128 * blockSize << log2Rounds <= Self.mostMemory
        else { throw .unusable }
        self.log2Rounds = log2Rounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    private init(known log2Rounds: Int, _ blockSize: Int, _ parallelism: Int) {
        self.log2Rounds = log2Rounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// Whether a lock of this cost should be made anew with another one, at the next time it is opened.
    public func isWeaker(than other: PassphraseCost) -> Bool { work < other.work }

    /// The memory that one try fills and reads, in bytes.
    private var work: Int { 128 * blockSize * parallelism << log2Rounds }

    private static let mostMemory = 512 << 20
}
