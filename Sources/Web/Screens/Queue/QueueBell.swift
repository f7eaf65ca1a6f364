import CaseRegister
import ReferralDomain

/// Tells those who look at a queue that it changed: no content, only that it did.
///
/// It looks at the end of the journal after every beat of this program, and once a pause for what others write: the
/// command line, another node. No page and no act has to think of it.
actor QueueBell {
    /// What a listener hears.
    enum Tick: Equatable, Sendable {
        case changed
        /// Nothing changed; keeps the line open.
        case beat
    }

    /// Where it looks; nil is what cannot be read now.
    struct Sight: Sendable {
        /// What the journal has grown by since a position; nil asks only for its end.
        let growth: @Sendable (_ position: Int64?) async -> JournalGrowth?
        /// How many cases a queue has open and late.
        let count: @Sendable (_ queue: String) async -> QueueCount?
    }

    private let sight: Sight
    private let pulse: JournalPulse
    private let pause: @Sendable () async throws -> Void
    private var listeners: [Int: Listener] = [:]
    private var nextID = 0
    private var watch: Task<Void, Never>?
    /// How far the journal was looked at; nil where that is not known.
    private var end: Int64?
    private var counts: [String: QueueCount] = [:]
    private var looks = 0
    private var mayHaveLeft = false

    private struct Listener {
        let queues: Set<String>
        let line: AsyncStream<Tick>.Continuation

        /// Keeps the line open, but pushes no change out that was not heard yet.
        func beat() {
            if case .dropped(.changed) = line.yield(.beat) { line.yield(.changed) }
        }
    }

    /// How many may listen at once.
    static let most = 200
    /// What is late changes without an event: after so many pauses the counts are compared in any case.
    private static let pausesBetweenCounts = 5

    /// - Parameter pause: waits between two looks.
    init(_ sight: Sight, after pulse: JournalPulse, pause: @escaping @Sendable () async throws -> Void) {
        self.sight = sight
        self.pulse = pulse
        self.pause = pause
    }

    var hasRoom: Bool { listeners.count < Self.most }

    /// The ticks of some queues until the listener stops; only the newest is kept for a slow one.
    ///
    /// What changes after it returns is heard. What changed before must be read by the listener.
    func listen(to queues: [String]) async -> AsyncStream<Tick> {
        let id = nextID
        nextID += 1
        let (stream, line) = AsyncStream.makeStream(of: Tick.self, bufferingPolicy: .bufferingNewest(1))
        guard hasRoom else {
            line.finish()
            return stream
        }
        listeners[id] = Listener(queues: Set(queues), line: line)
        // The stream ends outside the actor.
        line.onTermination = { [weak self] _ in Task { await self?.stop(id) } }
        if end == nil {
            let found = await sight.growth(nil)
            end = end ?? found?.end
        }
        for queue in queues where counts[queue] == nil {
            let found = await sight.count(queue)
            counts[queue] = counts[queue] ?? found
        }
        if listeners.isEmpty { forget() } else if watch == nil { await follow() }
        return stream
    }

    /// Ends every line: the program stops.
    func close() {
        for listener in listeners.values { listener.line.finish() }
        listeners = [:]
        forget()
    }

    private func stop(_ id: Int) {
        listeners[id] = nil
        if listeners.isEmpty { forget() }
    }

    /// Nobody listens: what was seen grows old.
    private func forget() {
        watch?.cancel()
        (watch, end, counts) = (nil, nil, [:])
    }

    private func follow() async {
        let beats = await pulse.beats()
        guard watch == nil, !listeners.isEmpty else { return }
        // Lives as long as anybody listens; no caller waits for it.
        watch = Task { await attend(beats) }
    }

    private func attend(_ beats: AsyncStream<Void>) async {
        async let others: Void = watchOthers()
        for await _ in beats { await look() }
        await others
    }

    private func watchOthers() async {
        while (try? await pause()) != nil, !Task.isCancelled { await lookAround() }
    }

    /// Rings where the journal has grown.
    private func look() async {
        let since = end
        guard let found = await sight.growth(since), !listeners.isEmpty else { return }
        guard found.end != since else { return }
        end = max(end ?? 0, found.end)
        mayHaveLeft = true
        ring(since == nil ? nil : found.queues)
    }

    /// The same, and what no event of the queue itself tells: a case that left it, an hour that passed.
    private func lookAround() async {
        await look()
        looks += 1
        let isDue = looks.isMultiple(of: Self.pausesBetweenCounts)
        guard mayHaveLeft || isDue else { return }
        mayHaveLeft = false
        for queue in Set(listeners.values.flatMap(\.queues)) {
            guard let found = await sight.count(queue) else { continue }
            // A queue that could not be counted before may have changed since.
            if counts.updateValue(found, forKey: queue) != found { ring([queue]) }
        }
        if isDue { for listener in listeners.values { listener.beat() } }
    }

    /// Something changed in some queues; nil is every queue.
    private func ring(_ queues: Set<String>?) {
        for listener in listeners.values where queues.map({ !$0.isDisjoint(with: listener.queues) }) ?? true {
            listener.line.yield(.changed)
        }
    }
}

extension QueueBell {
    /// The bell of a house.
    init(
        of ports: StaffPorts, clock: @escaping @Sendable () -> Instant,
        pause: @escaping @Sendable () async throws -> Void
    ) {
        let (lists, watch) = (ports.lists, ports.growth)
        let sight = Sight(
            growth: { try? await watch?.growth(after: $0) },
            count: { try? await lists.queueCount(of: $0, at: clock()) })
        self.init(sight, after: watch?.pulse ?? JournalPulse(), pause: pause)
    }
}
