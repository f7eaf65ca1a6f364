/// The intake keys of a house: the one that phones seal to, and those before it, while phones may still hold reports
/// that were sealed to them.
public struct IntakeRing: Sendable, Unprintable {
    /// What phones seal to now.
    public let current: IntakeKeyPair
    private let retired: [Retired]

    /// A key that is no longer given out.
    public struct Retired: Sendable {
        public let pair: IntakeKeyPair
        /// Until when reports to it are opened, in milliseconds since 1970.
        public let until: Int64

        public init(pair: IntakeKeyPair, until: Int64) {
            self.pair = pair
            self.until = until
        }
    }

    public init(current: IntakeKeyPair, retired: [Retired] = []) {
        self.current = current
        self.retired = retired
    }

    /// How long a retired key still opens: thirty days, as long as a phone works without a network.
    public static let keptMilliseconds: Int64 = 30 * 86_400_000

    /// Whether this key was given out by this house, whether or not it still opens.
    public func knows(_ id: String) -> Bool {
        current.publicKey.id == id || retired.contains { $0.pair.publicKey.id == id }
    }

    /// The pair with this id; nil where it was never here, or no longer is.
    public func pair(_ id: String, at milliseconds: Int64) -> IntakeKeyPair? {
        if current.publicKey.id == id { return current }
        return retired.first { $0.pair.publicKey.id == id && milliseconds < $0.until }?.pair
    }
}
