/// Lets few papers be pressed at once and few wait: each takes a processor for half a second.
actor PressQueue {
    private let places: Int
    private let seats: Int
    private var pressing = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Parameters:
    ///   - places: how many are pressed at once.
    ///   - seats: how many may wait.
    init(places: Int, seats: Int) {
        self.places = places
        self.seats = seats
    }

    /// Whether the next one would be sent away.
    var isFull: Bool { pressing == places && waiting.count == seats }

    /// Waits for a place and takes it.
    ///
    /// - Throws: `.busy` where every seat is taken.
    func enter() async throws(PressFault) {
        if pressing < places {
            pressing += 1
            return
        }
        guard waiting.count < seats else { throw .busy }
        await withCheckedContinuation { waiting.append($0) }
    }

    /// Gives the place to whoever has waited longest.
    func leave() {
        if waiting.isEmpty { pressing -= 1 } else { waiting.removeFirst().resume() }
    }
}
