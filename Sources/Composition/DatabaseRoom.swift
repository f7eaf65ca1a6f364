public import CaseRegister
import Storage

/// What a command does with a database as a whole: say what is in it, bring it up to date, copy it.
public enum DatabaseRoom {
    /// What a database says of itself.
    public struct Summary: Hashable, Sendable {
        /// The number of its last migration.
        public let schema: Int
        /// The number of the last one that this release knows.
        public let known: Int
        /// The last entry of its journal; nil while that is empty.
        public let head: JournalAnchor?
        /// How many rows each table has; none are counted in a schema of another release.
        public let rows: [String: Int64]

        fileprivate init(_ status: DatabaseStatus) {
            schema = status.schema
            known = DatabaseStatus.known
            head = status.head
            rows = status.rows
        }
    }

    /// Why there is no whole copy.
    public enum Failure: Error, Hashable {
        /// The target has a register already, or the beginning of another one.
        case taken
        /// A table has other rows than the source: somebody wrote meanwhile.
        case changed(table: String)
        case fault(JournalFault)
    }

    /// What a database says of itself; nothing is brought up to date.
    ///
    /// - Throws: what keeps it from being read.
    public static func status(of place: RegisterPlace) throws(JournalFault) -> Summary {
        guard place.isThere else { throw .other(code: "no-file") }
        return Summary(try place.journal().status())
    }

    /// Brings the schema of a database up to date, and makes the tables where there are none.
    ///
    /// - Throws: what keeps it from being opened.
    public static func migrate(_ place: RegisterPlace) throws(JournalFault) -> Summary {
        try place.makeFolder()
        try place.open().close()
        return try status(of: place)
    }

    /// Copies a register into an empty database, and says what both have then.
    ///
    /// - Throws: why there is no whole copy; it may be tried again.
    public static func copy(
        from source: RegisterPlace, to target: RegisterPlace
    ) async throws(Failure) -> Summary {
        let (from, to) = try opened(source, target)
        let status: DatabaseStatus
        do {
            status = try await RegisterCopy(from: from, to: to).run()
        } catch {
            switch error {
            case .taken: throw .taken
            case .changed(let table): throw .changed(table: table)
            case .fault(let fault): throw .fault(fault)
            }
        }
        do {
            try from.close()
            try to.close()
        } catch {
            throw .fault(error)
        }
        return Summary(status)
    }

    private static func opened(
        _ source: RegisterPlace, _ target: RegisterPlace
    ) throws(Failure) -> (any SQLDatabase, any SQLDatabase) {
        guard source.isThere else { throw .fault(.other(code: "no-file")) }
        do {
            try target.makeFolder()
            return (try source.open(), try target.open())
        } catch {
            throw .fault(error)
        }
    }
}
