import HTTPTypes
import Hummingbird
import NIOCore
import ReferralDomain
import ServiceLifecycle

/// The line over which a browser hears that the queue changed (server-sent events).
struct QueueStream: Sendable {
    let bell: QueueBell
    /// What the visitor may read, the reserved queue among it.
    let queues: [String]
    let clock: @Sendable () -> Instant

    /// After this the browser opens a new line and passes the gate again, so that an ended session ends here too.
    static let longestMilliseconds: Int64 = 600_000

    var response: Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                // Listened to before the browser hears that the line is open and reads the page again.
                let ticks = await bell.listen(to: queues)
                try await writer.write(ByteBuffer(string: "retry: 3000\n\n"))
                let opened = clock()
                // A stream that ends at shutdown; without it the program would wait for every browser.
                for await tick in ticks.cancelOnGracefulShutdown() {
                    let now = clock()
                    try await writer.write(ByteBuffer(string: Self.text(tick, at: now)))
                    if now >= opened.adding(milliseconds: Self.longestMilliseconds) { break }
                }
                try await writer.finish(nil)
            })
    }

    /// One event: that something changed and when, nothing else.
    static func text(_ tick: QueueBell.Tick, at now: Instant) -> String {
        switch tick {
        case .changed: "event: cambio\ndata: \(now.millisecondsSinceEpoch)\n\n"
        case .beat: ": \n\n"
        }
    }
}
