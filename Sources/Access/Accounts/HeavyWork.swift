/// Work that takes much memory, such as a try at a passphrase: one at a time, off the threads of the pages.
public protocol HeavyWork: Sendable {
    /// Waits for its turn, runs, and gives the value back.
    ///
    /// - Throws: `HeavyWorkBusy` where too much waits already.
    func run<Value: Sendable>(
        _ work: @escaping @Sendable () -> Value
    ) async throws(HeavyWorkBusy) -> Value
}

/// Too many tries wait for their turn; trying again in some seconds is right.
public struct HeavyWorkBusy: Error, Hashable, Sendable {
    public init() {}
}
