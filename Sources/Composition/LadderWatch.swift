import CaseRegister
import Logging
import ServiceLifecycle

/// Looks every few seconds whether a duty has climbed a rung, for as long as the server runs.
struct LadderWatch: Service {
    let keeper: LadderKeeper
    /// Puts in force what another node has changed of the ladder.
    let follow: @Sendable () async throws(JournalFault) -> Void
    let logger: Logger

    func run() async throws {
        repeat {
            do {
                try await follow()
                let climbed = try await keeper.sweep(most: Self.mostAtOnce)
                if climbed > 0 { logger.info("the ladder climbed", metadata: ["rungs": "\(climbed)"]) }
            } catch {
                // The program ends: what was cut short is no fault.
                if Task.isCancelled { return }
                logger.error("the ladder could not be read", metadata: ["fault": "\(error)"])
            }
        } while await ServicePause.next(after: Self.interval)
    }

    /// R14 of the promises: an escalation leaves at most five seconds late.
    private static let interval = Duration.seconds(3)
    private static let mostAtOnce = 200
}
