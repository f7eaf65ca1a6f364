import CaseRegister
import ReferralDomain

/// Writes events at the end of the journal, each linked with the one before, within one transaction.
struct JournalWriter {
    private let session: any SQLSession
    private var hasher: JournalHasher
    private var position: Int64
    private var hash: [UInt8]

    /// - Throws: what the database throws while the end of the journal is read.
    init(in session: any SQLSession, digest: @escaping Digest) throws {
        self.session = session
        hasher = JournalHasher(digest: digest)
        let head = try Self.head(in: session)
        position = head?.position ?? 0
        hash = Array((head?.hash ?? JournalChain.beginning).utf8)
    }

    /// Writes one event of a case.
    ///
    /// The unique pair of case and version keeps two writers apart, whatever either of them has read.
    ///
    /// - Parameter end: the hash of the event before in the same case; becomes that of this one.
    mutating func write(
        _ event: NewEvent, to id: CaseID, as version: Int, stamp: Stamp, inCaseAfter end: inout [UInt8]
    ) throws -> RecordedEvent {
        let recorded = RecordedEvent(
            position: position + 1, caseID: id, version: version, event: event, stamp: stamp)
        let entry = JournalEntry(recorded)
        let (whole, ofCase) = hasher.hashes(of: RawEntry(entry), after: hash, inCaseAfter: end)
        try session.run(
            SQL.append,
            [
                .integer(entry.position), .text(entry.caseID), .integer(entry.version), .text(entry.name),
                .integer(entry.eventVersion), .text(entry.payload), .text(entry.actor),
                .integer(entry.recordedAtMilliseconds), .text(String(decoding: hash, as: UTF8.self)),
                .text(String(decoding: whole, as: UTF8.self)),
                .text(String(decoding: ofCase, as: UTF8.self)),
            ])
        (position, hash, end) = (recorded.position, whole, ofCase)
        return recorded
    }

    /// The last entry and its hash; nil while the journal is empty.
    static func head(in session: any SQLSession) throws -> JournalAnchor? {
        guard let row = try session.rows(SQL.head).first else { return nil }
        return JournalAnchor(position: try row.integer(0), hash: try row.text(1))
    }
}

private enum SQL {
    static let head: SharedSQL = """
        SELECT position, hash FROM journal_event WHERE position = (SELECT max(position) FROM journal_event)
        """
    static let append: SharedSQL = """
        INSERT INTO journal_event (
            position, case_id, version, name, event_version, payload, actor, recorded_at_ms, previous_hash, hash,
            case_hash
        ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """
}
