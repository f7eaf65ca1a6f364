public import CaseRegister
public import ReferralDomain

/// The journal of street reports in one SQLite file.
///
/// An event and what is read from it are written in one transaction, and a receipt is given only after its
/// commit is on the disk.
public struct SQLiteReportJournal: ReportJournal {
    /// The file.
    let database: SQLiteDatabase
    /// What links each entry with the one before.
    let chain: JournalChain
    private let draw: ReferenceDraw

    /// A journal on an open database, whose last entry is checked.
    ///
    /// - Throws: `.damaged` where the last entry is not what was written.
    public init(
        on database: SQLiteDatabase, digest: @escaping Digest, random: any RandomSource
    ) throws(JournalFault) {
        self.database = database
        chain = JournalChain(digest: digest)
        draw = ReferenceDraw(from: random)
        let last = try database.readAtStart { try $0.rows(SQL.lastEntry).first.map(LinkedEntry.init) }
        if let last, !last.isLinked(after: last.previousHash, in: chain) { throw .damaged }
    }

    public func record(_ report: StreetReport, stamp: Stamp) async throws(JournalFault) -> Receipt {
        try await database.write { session in
            let history = try Self.history(of: report.id, in: session)
            let state = CaseState(after: history)
            let reference: CaseReference
            if let known = state.reference {
                reference = known
            } else {
                reference = try newReference(in: session)
            }

            let events = state.report(report, reference: reference)
            for (offset, event) in events.enumerated() {
                try append(
                    event, to: report.id, as: state.version + offset + 1, stamp: stamp, in: session)
            }
            return Receipt(
                id: report.id, reference: reference, version: state.version + events.count,
                receivedAt: history.first?.stamp.instant ?? stamp.instant, isRepeat: events.isEmpty)
        }
    }

    public func receipt(of reference: CaseReference) async throws(JournalFault) -> Receipt? {
        try await database.read { session in
            guard let row = try session.rows(SQL.receipt, [.text(reference.text)]).first else { return nil }
            guard let id = try? ReportID(reading: try row.text(0)) else { throw JournalFault.damaged }
            return Receipt(
                id: id, reference: reference, version: Int(try row.integer(1)),
                receivedAt: Instant(millisecondsSinceEpoch: try row.integer(2)), isRepeat: true)
        }
    }

    public func history(of id: ReportID) async throws(JournalFault) -> [RecordedEvent] {
        try await database.read { try Self.history(of: id, in: $0) }
    }

    public func health() async -> JournalHealth {
        do {
            let head = try await head()
            return JournalHealth(lastPosition: head?.position ?? 0, fault: database.stoppedBy)
        } catch {
            return JournalHealth(lastPosition: nil, fault: database.stoppedBy ?? error)
        }
    }

    /// The last entry and its hash; nil while the journal is empty.
    ///
    /// Kept outside the machine, it shows that nothing was cut off at the end, which a chain alone cannot.
    public func head() async throws(JournalFault) -> JournalHead? {
        try await database.read { try Self.head(in: $0) }
    }

    private static func history(of id: ReportID, in session: SQLiteSession) throws -> [RecordedEvent] {
        try session.rows(SQL.entriesOfCase, [.text(id.text)]).map { try LinkedEntry($0).entry.recorded() }
    }

    private static func head(in session: SQLiteSession) throws -> JournalHead? {
        guard let row = try session.rows(SQL.head).first else { return nil }
        return JournalHead(position: try row.integer(0), hash: try row.text(1))
    }

    private func newReference(in session: SQLiteSession) throws(JournalFault) -> CaseReference {
        try draw.reference { (reference) throws(JournalFault) in
            do {
                return try !session.rows(SQL.receipt, [.text(reference.text)]).isEmpty
            } catch {
                throw JournalFault(error)
            }
        }
    }

    /// Writes one event and what is read from it.
    ///
    /// The unique pair of case and version is what keeps two writers apart; the version read before only
    /// decides what to write.
    private func append(
        _ event: CaseEvent, to id: ReportID, as version: Int, stamp: Stamp, in session: SQLiteSession
    ) throws {
        let head = try Self.head(in: session)
        let recorded = RecordedEvent(
            position: (head?.position ?? 0) + 1, caseID: id, version: version, event: NewEvent(event),
            stamp: stamp)
        let entry = JournalEntry(recorded)
        let previous = head?.hash ?? JournalChain.beginning
        try session.run(
            SQL.append,
            [
                .integer(entry.position), .text(entry.caseID), .integer(entry.version), .text(entry.name),
                .integer(entry.eventVersion), .text(entry.payload), .text(entry.actor),
                .integer(entry.recordedAtMilliseconds), .text(previous),
                .text(chain.hash(of: entry, after: previous)),
            ])
        try StreetReportProjection.take(recorded, in: session)
    }
}

private enum SQL {
    static let entriesOfCase: SharedSQL = """
        SELECT position, case_id, version, name, event_version, payload, actor, recorded_at_ms, previous_hash, hash
        FROM journal_event WHERE case_id = $1 ORDER BY version
        """
    static let lastEntry: SharedSQL = """
        SELECT position, case_id, version, name, event_version, payload, actor, recorded_at_ms, previous_hash, hash
        FROM journal_event WHERE position = (SELECT max(position) FROM journal_event)
        """
    static let head: SharedSQL = """
        SELECT position, hash FROM journal_event WHERE position = (SELECT max(position) FROM journal_event)
        """
    static let append: SharedSQL = """
        INSERT INTO journal_event (
            position, case_id, version, name, event_version, payload, actor, recorded_at_ms, previous_hash, hash
        ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """
    static let receipt: SharedSQL = """
        SELECT case_id, version, received_at_ms FROM street_report WHERE reference = $1
        """
}
