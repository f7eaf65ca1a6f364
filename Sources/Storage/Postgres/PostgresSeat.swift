import Dispatch

/// A place in the pool: the queue on which it waits for the server, and the connection once one is open.
///
/// The queue is serial and has a thread of its own while it waits, so that no thread of the program's tasks
/// does. It is a class because a connection is one thing, and unchecked since only work on its own queue
/// touches it.
final class PostgresSeat: @unchecked Sendable {
    private let queue = DispatchQueue(label: "ruta.postgres")
    private let address: PostgresAddress
    private let limits: PostgresLimits
    private var link: PostgresLink?

    init(for address: PostgresAddress, _ limits: PostgresLimits) {
        self.address = address
        self.limits = limits
    }

    /// Runs work on the connection, while no thread of the tasks waits for it.
    func runBeside<Value: Sendable>(
        _ work: @escaping @Sendable (PostgresLink) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try self.run(work) }) }
        }
    }

    /// Runs work on the connection and waits for it.
    func runHere<Value>(_ work: (PostgresLink) throws -> Value) throws -> Value {
        try queue.sync { try run(work) }
    }

    /// Hangs up once running work has ended.
    func close() { queue.sync { link = nil } }

    /// Opens a connection where there is none, or where the server hung up meanwhile, and runs work on it.
    ///
    /// Work that surely left nothing behind is tried again, on another connection where the first was lost.
    private func run<Value>(_ work: (PostgresLink) throws -> Value) throws -> Value {
        for _ in 1..<Self.tries {
            do {
                return try once(work)
            } catch let error as PostgresError where error.mayBeRepeated {
                continue
            }
        }
        return try once(work)
    }

    private func once<Value>(_ work: (PostgresLink) throws -> Value) throws -> Value {
        let link = try self.link ?? PostgresLink(to: address, limits)
        self.link = link
        defer { if link.isGone { self.link = nil } }
        return try work(link)
    }

    private static let tries = 3
}
