import ReferralDomain
import Synchronization

/// The time of a house: that of this machine, moved to where the clock of the shared database stands.
///
/// Nodes whose own clocks differ then climb a ladder, end a session and stamp an event by one time. A file has no clock,
/// and nothing is moved. It is a class because everybody in the program reads the one clock.
final class HouseClock: Sendable {
    private let milliseconds = Mutex<Int64>(0)

    /// By how much the machine is behind the house.
    var ahead: Int64 { milliseconds.withLock { $0 } }

    func now() -> Instant { SystemClock.now().adding(milliseconds: ahead) }

    /// Takes over by how much the clock of the database is ahead; what lies within the fuzz of an answer is left.
    func follow(ahead measured: Int64) {
        milliseconds.withLock { milliseconds in
            if abs(measured - milliseconds) >= Self.fuzz { milliseconds = measured }
        }
    }

    /// A twentieth of a second, in milliseconds.
    private static let fuzz: Int64 = 50
}
