import CaseRegister
import ReferralDomain

/// Tells those who look at a queue that it changed: no content, only that it did.
///
/// It is rung after every act of this program; what another program writes is found by counting every few seconds.
actor QueueBell {
    /// What a listener hears.
    enum Tick: Equatable, Sendable {
        case changed
        /// Nothing changed; keeps the line open.
        case beat
    }

    private let count: @Sendable (_ municipality: String) async -> QueueCount?
    private let pause: @Sendable () async throws -> Void
    private var listeners: [Int: Listener] = [:]
    private var last: [String: QueueCount] = [:]
    private var watch: Task<Void, Never>?
    private var nextID = 0

    private struct Listener {
        let municipality: String
        let line: AsyncStream<Tick>.Continuation
    }

    /// How many may listen at once.
    static let most = 200

    /// - Parameters:
    ///   - count: how many cases a municipality has open and late; nil where it cannot be read.
    ///   - pause: waits between two counts.
    init(
        count: @escaping @Sendable (_ municipality: String) async -> QueueCount?,
        pause: @escaping @Sendable () async throws -> Void
    ) {
        self.count = count
        self.pause = pause
    }

    var hasRoom: Bool { listeners.count < Self.most }
    var isWatching: Bool { watch != nil }

    /// The ticks of one municipality until the listener stops; only the newest is kept for a slow one.
    func listen(to municipality: String) -> AsyncStream<Tick> {
        let id = nextID
        nextID += 1
        let (stream, line) = AsyncStream.makeStream(of: Tick.self, bufferingPolicy: .bufferingNewest(1))
        guard hasRoom else {
            line.finish()
            return stream
        }
        listeners[id] = Listener(municipality: municipality, line: line)
        line.onTermination = { [weak self] _ in
            Task { await self?.stop(id) }
        }
        if watch == nil { watch = Task { [weak self] in await self?.look() } }
        return stream
    }

    /// Something changed in the queue of a municipality; nil is every queue.
    func ring(_ municipality: String?) {
        for listener in listeners.values where municipality == nil || listener.municipality == municipality {
            listener.line.yield(.changed)
        }
    }

    /// Ends every line: the program stops.
    func close() {
        for listener in listeners.values { listener.line.finish() }
        listeners = [:]
        watch?.cancel()
        watch = nil
    }

    private func stop(_ id: Int) {
        listeners[id] = nil
        guard listeners.isEmpty else { return }
        watch?.cancel()
        watch = nil
    }

    private func look() async {
        while !Task.isCancelled {
            for municipality in Set(listeners.values.map(\.municipality)) { await compare(municipality) }
            do { try await pause() } catch { return }
        }
    }

    private func compare(_ municipality: String) async {
        guard let found = await count(municipality) else { return }
        let before = last.updateValue(found, forKey: municipality)
        let tick: Tick = before == nil || before == found ? .beat : .changed
        for listener in listeners.values where listener.municipality == municipality {
            listener.line.yield(tick)
        }
    }
}
