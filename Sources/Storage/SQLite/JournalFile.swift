public import CaseRegister
import GRDB

/// The file of a journal that is only looked at.
public struct JournalFile: JournalSource {
    private let queue: DatabaseQueue

    /// Opens a file for reading only.
    ///
    /// - Throws: `.damaged` where it is no database, `.other` where it is not there or has no journal.
    public init(at path: String) throws(JournalFault) {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF") }
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw JournalFault(error)
        }
    }

    public func check(_ check: inout JournalCheck) throws(JournalFault) -> JournalCheck.Finding? {
        try read { try $0.check(&check) }
    }

    public func head() throws(JournalFault) -> JournalAnchor? { try read { try JournalWriter.head(in: $0) } }

    public func status() throws(JournalFault) -> DatabaseStatus { try read { try DatabaseStatus(in: $0) } }

    public func forEachEntry(_ body: (RawEntry) throws -> Bool) throws(JournalFault) {
        try read { try $0.forEachEntry(body) }
    }

    private func read<Value>(_ body: (SQLiteSession) throws -> Value) throws(JournalFault) -> Value {
        do {
            return try queue.read { try body(SQLiteSession($0)) }
        } catch {
            throw JournalFault(error)
        }
    }
}
