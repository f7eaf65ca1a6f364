public import CaseRegister

/// The journal of a server that is only looked at.
public struct PostgresJournal: JournalSource {
    private let reader: PostgresPool

    /// Calls nobody yet.
    public init(at address: PostgresAddress) { reader = PostgresPool(of: 1, at: address, PostgresLimits()) }

    public func check(_ check: inout JournalCheck) throws(JournalFault) -> JournalCheck.Finding? {
        var running = check
        defer { check = running }
        return try read { try $0.check(&running) }
    }

    public func head() throws(JournalFault) -> JournalAnchor? { try read { try JournalWriter.head(in: $0) } }

    public func status() throws(JournalFault) -> DatabaseStatus { try read { try DatabaseStatus(in: $0) } }

    public func forEachEntry(_ body: (RawEntry) throws -> Bool) throws(JournalFault) {
        try read { try $0.forEachEntry(body) }
    }

    private func read<Value>(_ body: (any SQLSession) throws -> Value) throws(JournalFault) -> Value {
        try reader.runAtStart { try PostgresDatabase.moment(on: $0, body) }
    }
}
