import CPQ
import Foundation

/// The way to a server: a question goes out, and its answer is waited for, but not for ever.
///
/// libpq alone waits for as long as the other side keeps the connection, which a machine that froze does. It is
/// a class because the connection behind it must be closed once.
final class PostgresWire {
    private let connection: OpaquePointer
    private let remarks = PostgresWarnings()
    private var isSilent = false

    /// - Throws: `.noConnection` where nobody answers in time or lets us in.
    init(to address: PostgresAddress) throws(PostgresError) {
        guard let opened = address.withParameters({ PQconnectdbParams($0, $1, 1) }) else {
            throw .noConnection
        }
        connection = opened
        remarks.count(on: connection)
        guard PQstatus(connection) == CONNECTION_OK else { throw .noConnection }
    }

    deinit { PQfinish(connection) }

    /// Whether nothing more may be asked.
    var isGone: Bool { isSilent || PQstatus(connection) != CONNECTION_OK }

    /// The release of the server, 150004 for 15.4.
    var release: Int32 { PQserverVersion(connection) }

    /// How many warnings came beside the answers so far.
    var warnings: Int { remarks.count }

    /// Sends a question and gives the last of its answers.
    ///
    /// - Parameter patience: how long the server may say nothing before it is asked to give up, and the same
    ///   again until the connection is given up; nil waits for as long as it takes.
    /// - Throws: `.gone` where no answer came, `.refused` for one that says no.
    func ask(
        within patience: Duration?, _ send: (OpaquePointer) -> CInt
    ) throws(PostgresError) -> PostgresAnswer {
        guard send(connection) == 1 else { throw .gone }
        var last: PostgresAnswer?
        while let answer = try next(within: patience) { last = answer }
        guard let last else { throw .gone }
        guard !last.isSuccess else { return last }
        // A server that shuts down says so before it hangs up.
        guard !isGone, !last.state.isEmpty, !["57P01", "57P02"].contains(last.state) else { throw .gone }
        throw .refused(state: last.state)
    }

    /// What was told on the channels that are listened to; waits for something at most so many milliseconds.
    ///
    /// - Throws: `.gone` where the connection is lost.
    func told(within milliseconds: CInt) throws(PostgresError) -> [String] {
        var seen = pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0)
        _ = poll(&seen, 1, milliseconds)
        guard PQconsumeInput(connection) == 1, !isGone else { throw .gone }
        var told: [String] = []
        while let notice = PQnotifies(connection) {
            told.append(String(cString: notice.pointee.extra))
            PQfreemem(notice)
        }
        return told
    }

    private func next(within patience: Duration?) throws(PostgresError) -> PostgresAnswer? {
        var isAskedToGiveUp = false
        while PQisBusy(connection) == 1 {
            if hasBytes(within: patience) {
                guard PQconsumeInput(connection) == 1 else { break }
            } else if !isAskedToGiveUp, askToGiveUp() {
                isAskedToGiveUp = true
            } else {
                isSilent = true
                throw .gone
            }
        }
        return PQgetResult(connection).map(PostgresAnswer.init)
    }

    /// Waits for something to read; false after so much silence.
    private func hasBytes(within patience: Duration?) -> Bool {
        var seen = pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0)
        let milliseconds = patience.map { CInt(min(1_000_000, max(1, $0 / .milliseconds(1)))) } ?? -1
        while true {
            let found = poll(&seen, 1, milliseconds)
            if found >= 0 || errno != EINTR { return found != 0 }
        }
    }

    private func askToGiveUp() -> Bool {
        guard let cancel = PQgetCancel(connection) else { return false }
        defer { PQfreeCancel(cancel) }
        var said = [CChar](repeating: 0, count: 256)
        return PQcancel(cancel, &said, CInt(said.count)) == 1
    }
}
