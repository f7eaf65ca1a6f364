/// Says that the journal grew, to everybody who follows it: a hint to look, never what was written.
///
/// It is an actor, because those who write and those who follow share it.
public actor JournalPulse {
    private var lines: [Int: AsyncStream<Void>.Continuation] = [:]
    private var nextID = 0

    public init() {}

    /// The journal grew.
    public func beat() {
        for line in lines.values { line.yield() }
    }

    /// A beat for everything from now on; several that nobody has taken yet are one.
    public func beats() -> AsyncStream<Void> {
        let id = nextID
        nextID += 1
        let (stream, line) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        lines[id] = line
        // The stream ends outside the actor.
        line.onTermination = { [weak self] _ in Task { await self?.end(id) } }
        return stream
    }

    private func end(_ id: Int) { lines[id] = nil }
}
