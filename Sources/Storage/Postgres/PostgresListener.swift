import Dispatch
import Foundation
import ReferralDomain

/// The one connection of a program that only listens, opened anew as long as anybody wants to hear.
///
/// It has a thread of its own, since libpq waits on a socket.
struct PostgresListener: Sendable {
    let address: PostgresAddress
    let limits: PostgresLimits
    /// Our own clock, to compare that of the server with.
    let clock: @Sendable () -> Instant

    /// What is heard from now on, until nobody takes it any more.
    func news() -> AsyncStream<SQLNews> {
        let (stream, line) = AsyncStream.makeStream(of: SQLNews.self)
        let thread = Thread { follow(line) }
        thread.name = "ruta.postgres.news"
        thread.start()
        return stream
    }

    private func follow(_ line: AsyncStream<SQLNews>.Continuation) {
        while Self.isTaken(line.yield(.lost)) {
            do {
                try hear(try PostgresLink(to: address, limits), line)
                return
            } catch {
                Thread.sleep(forTimeInterval: Self.secondsBetweenTries)
            }
        }
    }

    /// Listens on one connection; returns where nobody wants to hear any more.
    private func hear(_ link: PostgresLink, _ line: AsyncStream<SQLNews>.Continuation) throws {
        try link.listen()
        var wanted = Self.isTaken(line.yield(.everything))
        var looked: Instant?
        while wanted {
            if looked.map({
                abs(clock().millisecondsSinceEpoch - $0.millisecondsSinceEpoch) >= Self.clockEvery
            })
                ?? true
            {
                // Also shows that the server is still there, which an idle line does not.
                if let ahead = try ahead(link) { wanted = Self.isTaken(line.yield(.clock(ahead: ahead))) }
                looked = clock()
            }
            for change in try link.changes(within: Self.patience) {
                wanted = Self.isTaken(line.yield(.changed(change)))
            }
        }
    }

    /// How far the clock of the server is ahead; nil where the answer took too long to say.
    private func ahead(_ link: PostgresLink) throws -> Int64? {
        let (ahead, took) = try link.ahead(of: clock)
        return (0...Self.longestAnswer).contains(took) ? ahead : nil
    }

    private static func isTaken(_ result: AsyncStream<SQLNews>.Continuation.YieldResult) -> Bool {
        if case .terminated = result { return false }
        return true
    }

    /// How long the socket is waited for at a time, in milliseconds.
    private static let patience: Int32 = 500
    /// How often the clocks are compared, in milliseconds.
    private static let clockEvery: Int64 = 5_000
    /// An answer that took longer says too little of the clock, in milliseconds.
    private static let longestAnswer: Int64 = 100
    private static let secondsBetweenTries: TimeInterval = 1
}
