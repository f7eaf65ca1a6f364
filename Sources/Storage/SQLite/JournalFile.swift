public import CaseRegister
import GRDB

/// The file of a journal that is only looked at, beside a program that may be writing to it.
///
/// Nothing is trusted: neither the schema beyond the columns of the journal, nor the lists, nor the program.
public struct JournalFile: Sendable {
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

    /// Checks the journal as it is at this moment from its first entry to its last.
    ///
    /// - Returns: what is wrong first, or nil.
    /// - Throws: where the file cannot be read.
    public func check(_ check: inout JournalCheck) throws(JournalFault) -> JournalCheck.Finding? {
        try read { try $0.check(&check) }
    }

    /// The last entry and its hash; nil while the journal is empty.
    public func head() throws(JournalFault) -> JournalAnchor? { try read { try JournalWriter.head(in: $0) } }

    /// Gives every entry in order, as it is at this moment; the body says whether to go on.
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
