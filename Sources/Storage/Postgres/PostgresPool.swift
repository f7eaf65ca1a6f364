import CaseRegister
import Synchronization

/// The connections of one kind, as many as the limit says, each lent to one at a time and in the order of
/// asking.
///
/// It is a class because everybody who uses the database shares the same connections.
final class PostgresPool: Sendable {
    private struct State {
        var idle: [PostgresSeat]
        var waiting: [Waiter] = []
        var asked = 0
        var isClosed = false
    }

    private struct Waiter {
        let number: Int
        let continuation: CheckedContinuation<PostgresSeat, any Error>
    }

    private let seats: [PostgresSeat]
    private let state: Mutex<State>
    private let patience: Duration

    init(of count: Int, at address: PostgresAddress, _ limits: PostgresLimits) {
        let seats = (0..<count).map { _ in PostgresSeat(for: address, limits) }
        self.seats = seats
        state = Mutex(State(idle: seats))
        patience = limits.patience
    }

    /// Runs work on a connection, beside the tasks of the program.
    ///
    /// - Throws: `.locked` where no connection becomes free in time, and what the work throws.
    func run<Value: Sendable>(
        _ work: @escaping @Sendable (PostgresLink) throws -> Value
    ) async throws(JournalFault) -> Value {
        do {
            let seat = try await borrow()
            defer { giveBack(seat) }
            return try await seat.runBeside(work)
        } catch {
            throw JournalFault(error)
        }
    }

    /// Runs work on a connection while the program starts, and waits for it.
    ///
    /// - Throws: `.locked` where none is free, and what the work throws.
    func runAtStart<Value>(_ work: (PostgresLink) throws -> Value) throws(JournalFault) -> Value {
        guard let seat = try take() else { throw .locked }
        defer { giveBack(seat) }
        do {
            return try seat.runHere(work)
        } catch {
            throw JournalFault(error)
        }
    }

    /// Hangs up once running work has ended; whoever still waits is refused.
    func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for waiter in waiting { waiter.continuation.resume(throwing: Self.closed) }
        for seat in seats { seat.close() }
    }

    private func borrow() async throws -> PostgresSeat {
        if let seat = try take() { return seat }
        let number = state.withLock { state in
            state.asked += 1
            return state.asked
        }
        // On its own, since it must end the wait of another task; it ends with that wait.
        let bell = Mutex<Task<Void, any Error>?>(nil)
        defer { bell.withLock { $0?.cancel() } }
        return try await withCheckedThrowingContinuation { continuation in
            wait(Waiter(number: number, continuation: continuation))
            bell.withLock { bell in
                bell = Task {
                    try await Task.sleep(for: patience)
                    giveUp(number)
                }
            }
        }
    }

    /// A free connection; nil where all are lent.
    private func take() throws(JournalFault) -> PostgresSeat? {
        let (seat, isClosed) = state.withLock { ($0.isClosed ? nil : $0.idle.popLast(), $0.isClosed) }
        if isClosed { throw Self.closed }
        return seat
    }

    /// Puts one in line; one that became free meanwhile is taken at once.
    private func wait(_ waiter: Waiter) {
        let (seat, isClosed) = state.withLock { state -> (PostgresSeat?, Bool) in
            if let seat = state.idle.popLast() { return (seat, state.isClosed) }
            if !state.isClosed { state.waiting.append(waiter) }
            return (nil, state.isClosed)
        }
        if isClosed {
            waiter.continuation.resume(throwing: Self.closed)
        } else if let seat {
            waiter.continuation.resume(returning: seat)
        }
    }

    private func giveUp(_ number: Int) {
        let waiter = state.withLock { state in
            state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0) }
        }
        waiter?.continuation.resume(throwing: JournalFault.locked)
    }

    private func giveBack(_ seat: PostgresSeat) {
        let next = state.withLock { state -> Waiter? in
            if state.waiting.isEmpty {
                state.idle.append(seat)
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.continuation.resume(returning: seat)
    }

    private static let closed = JournalFault.other(code: "postgres-closed")
}
