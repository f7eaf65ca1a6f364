public import CaseRegister
public import ReferralDomain
import Synchronization

/// A database whose writes and reads are counted, with how long whoever asked had to wait.
///
/// It is a class since everybody who uses the database counts into the same figures.
public final class MeteredDatabase: SQLDatabase {
    private let inner: any SQLDatabase
    /// A clock that only goes forward, in nanoseconds.
    private let nanoseconds: @Sendable () -> UInt64
    private let state = Mutex(Figures())

    /// How often something was asked of the database, and how long it took in all.
    public struct Figures: Hashable, Sendable {
        public var commits: Int64 = 0
        public var failedWrites: Int64 = 0
        public var writeNanoseconds: UInt64 = 0
        public var reads: Int64 = 0
        public var failedReads: Int64 = 0
        public var readNanoseconds: UInt64 = 0
    }

    public init(_ inner: any SQLDatabase, nanoseconds: @escaping @Sendable () -> UInt64) {
        self.inner = inner
        self.nanoseconds = nanoseconds
    }

    public var figures: Figures { state.withLock { $0 } }

    public var stoppedBy: JournalFault? { inner.stoppedBy }

    public func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws(JournalFault) -> Value {
        let start = nanoseconds()
        do {
            let value = try await inner.write(body)
            note(since: start) {
                $0.commits += 1; $0.writeNanoseconds += $1
            }
            return value
        } catch {
            note(since: start) {
                $0.failedWrites += 1; $0.writeNanoseconds += $1
            }
            throw error
        }
    }

    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws(JournalFault) -> Value {
        let start = nanoseconds()
        do {
            let value = try await inner.read(body)
            note(since: start) {
                $0.reads += 1; $0.readNanoseconds += $1
            }
            return value
        } catch {
            note(since: start) {
                $0.failedReads += 1; $0.readNanoseconds += $1
            }
            throw error
        }
    }

    public func readAtStart<Value>(
        _ body: (any SQLSession) throws -> Value
    ) throws(JournalFault) -> Value { try inner.readAtStart(body) }

    public func writeAtStart<Value>(
        _ body: (any SQLSession) throws -> Value
    ) throws(JournalFault) -> Value { try inner.writeAtStart(body) }

    public func forgetDeleted() async throws(JournalFault) { try await inner.forgetDeleted() }

    public func isWhole() async throws(JournalFault) -> Bool { try await inner.isWhole() }

    public func news(against clock: @escaping @Sendable () -> Instant) -> AsyncStream<SQLNews>? {
        inner.news(against: clock)
    }

    public func clockAtStart(against clock: () -> Instant) throws(JournalFault) -> Int64? {
        try inner.clockAtStart(against: clock)
    }

    public func close() throws(JournalFault) { try inner.close() }

    private func note(since start: UInt64, _ change: (inout Figures, UInt64) -> Void) {
        let took = nanoseconds() - start
        state.withLock { change(&$0, took) }
    }
}
