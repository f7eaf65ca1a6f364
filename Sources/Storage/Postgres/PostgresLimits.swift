/// How many connections are held, and how long anything may take before it is given up.
public struct PostgresLimits: Sendable {
    /// How many reads run at the same time; writes have one connection of their own.
    public var readers = 8
    /// How long a read or a write waits for a free connection of this program.
    public var patience = Duration.seconds(10)
    /// How long a write waits for another program that writes.
    public var lock = Duration.seconds(5)
    /// How long one statement may take.
    public var statement = Duration.seconds(30)
    /// How long the server keeps a transaction open in which nothing is asked.
    public var idle = Duration.seconds(60)

    public init() {}

    /// What each connection is told first.
    var settings: String {
        """
        SET synchronous_commit = on; SET client_encoding = 'UTF8'; SET standard_conforming_strings = on;
        SET lock_timeout = \(lock.wholeMilliseconds); SET statement_timeout = \(statement.wholeMilliseconds);
        SET idle_in_transaction_session_timeout = \(idle.wholeMilliseconds)
        """
    }
}

extension Duration {
    /// At least one: to the server, none would mean for ever.
    fileprivate var wholeMilliseconds: Int64 {
        max(1, components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000)
    }
}
