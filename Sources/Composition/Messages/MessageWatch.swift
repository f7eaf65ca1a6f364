import AsyncHTTPClient
import Logging
import Notifications
import ServiceLifecycle

/// Sends what the outbox holds, for as long as the server runs.
struct MessageWatch: Service {
    let sender: MessageSender
    /// Nil where no browser is woken.
    let waker: PushSender?
    let client: HTTPClient
    let logger: Logger

    func run() async throws {
        var rounds = 0
        repeat {
            do {
                while try await sender.round() > 0, !Task.isShuttingDownGracefully {}
                while let waker, try await waker.round() > 0, !Task.isShuttingDownGracefully {}
                if rounds.isMultiple(of: Self.roundsBetweenForgetting) { try await sender.forget() }
            } catch {
                logger.error("the outbox could not be read", metadata: ["fault": "\(error)"])
            }
            rounds += 1
        } while await ServicePause.next(after: Self.interval)
        try? await client.shutdown()
    }

    private static let interval = Duration.seconds(1)
    private static let roundsBetweenForgetting = 3_600
}
