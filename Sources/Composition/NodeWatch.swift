import CaseRegister
import Logging
import ServiceLifecycle
import Storage

/// Follows what other nodes of the house do, as the shared database tells it.
struct NodeWatch: Service {
    let database: any SQLDatabase
    let clock: HouseClock
    /// Beats where the journal grew.
    let pulse: JournalPulse
    /// Puts in force what was changed of the ladder.
    let followLadder: @Sendable () async throws(JournalFault) -> Void
    /// Puts in force what was changed of the directory.
    let followDirectory: @Sendable () async throws(JournalFault) -> Void
    let logger: Logger

    func run() async throws {
        guard let news = database.news(against: SystemClock.now) else { return }
        var unread: Set<SQLChange> = []
        var isHeard = true
        var told: Int64 = 0
        for await heard in news.cancelOnGracefulShutdown() {
            switch heard {
            case .changed(let change): unread.insert(change)
            case .everything:
                unread = Set(SQLChange.allCases)
                if !isHeard { logger.notice("the database is heard again") }
                isHeard = true
            case .clock(let ahead):
                clock.follow(ahead: ahead)
                if abs(ahead - told) >= Self.worthSaying {
                    told = ahead
                    logger.warning(
                        "the clock of this machine is not that of the database, which is followed",
                        metadata: ["milliseconds-behind": "\(ahead)"])
                }
            case .lost:
                if isHeard { logger.notice("the database is not heard; it is looked at every second") }
                isHeard = false
            }
            // What could not be read stays unread, and is read after whatever is heard next.
            for change in unread where await read(change) { unread.remove(change) }
        }
    }

    private func read(_ change: SQLChange) async -> Bool {
        do {
            switch change {
            case .journal: await pulse.beat()
            case .ladder: try await followLadder()
            case .directory: try await followDirectory()
            }
            return true
        } catch {
            logger.error("what another node changed could not be read", metadata: ["fault": "\(error)"])
            return false
        }
    }

    /// Two seconds, in milliseconds: machines that keep their time differ by less.
    private static let worthSaying: Int64 = 2_000
}
