public import CaseRegister
public import ReferralDomain

/// The journal of reports and cases in one database, and the lists that are read from it.
///
/// An event and what is read from it are written in one transaction, and nothing is acknowledged before its
/// commit is on the disk.
public struct StoredCaseJournal: ReportJournal, CaseJournal {
    /// The database.
    let database: any SQLDatabase
    /// SHA-256.
    let digest: Digest
    /// The catalogue in force.
    let rules: @Sendable () -> ProtocolRules
    /// The time now; only the inbox asks for it.
    let clock: @Sendable () -> Instant
    /// Whether events write the messages that they ask for; off where nothing could leave.
    public var hasOutbox = false
    /// Whether events let browsers be woken.
    public var wakesBrowsers = false
    private let random: any RandomSource
    private let draw: ReferenceDraw
    /// Beats after every commit of this journal, and of nothing else.
    public let pulse = JournalPulse()

    /// A journal on an open database, whose last entry is checked and whose lists are brought up to date.
    ///
    /// - Throws: `.damaged` where the last entry is not what was written.
    public init(
        on database: any SQLDatabase, digest: @escaping Digest, random: any RandomSource,
        rules: @escaping @Sendable () -> ProtocolRules, clock: @escaping @Sendable () -> Instant
    ) throws(JournalFault) {
        self.database = database
        self.digest = digest
        self.rules = rules
        self.clock = clock
        self.random = random
        draw = ReferenceDraw(from: random)
        let last = try database.readAtStart { session in
            try Self.refuseHalfCopied(session)
            return try session.rows(SQL.lastEntry).first.map(LinkedEntry.init)
        }
        let chain = JournalChain(digest: digest)
        if let last, !last.isLinked(after: last.previousHash, in: chain) { throw .damaged }
        try bringUpToDate()
    }

    public func record(_ report: StreetReport, stamp: Stamp) async throws(JournalFault) -> Receipt {
        let receipt = try await database.write { session in
            let history = try CaseHistory(of: report.id, in: session)
            var state = CaseState(after: history.events)
            let reference: CaseReference
            if let known = state.reference {
                reference = known
            } else {
                reference = try newReference(in: session)
            }

            let events = state.report(report, reference: reference)
            state = try append(
                events.map { NewEvent($0) }, to: report.id, (state, history.end), stamp: stamp, in: session)
            return Receipt(
                id: report.id, reference: reference, version: state.reports,
                receivedAt: state.opened?.registered ?? stamp.instant, isRepeat: events.isEmpty)
        }
        if !receipt.isRepeat { await pulse.beat() }
        return receipt
    }

    public func receipt(of reference: CaseReference) async throws(JournalFault) -> Receipt? {
        try await database.read { session in
            guard let row = try session.rows(SQL.receipt, [.text(reference.text)]).first else { return nil }
            return Receipt(
                id: try Self.caseID(in: row), reference: reference, version: Int(try row.integer(1)),
                receivedAt: Instant(millisecondsSinceEpoch: try row.integer(2)), isRepeat: true)
        }
    }

    public func history(of id: CaseID) async throws(JournalFault) -> [RecordedEvent] {
        try await database.read { try CaseHistory(of: id, in: $0).events }
    }

    public func caseID(of reference: CaseReference) async throws(JournalFault) -> CaseID? {
        try await database.read { session in
            try session.rows(SQL.receipt, [.text(reference.text)]).first.map(Self.caseID)
        }
    }

    public func append(
        _ events: [NewEvent], to id: CaseID, after expected: Int, stamp: Stamp
    ) async throws(AppendFailure) -> Int {
        let (stands, isOvertaken): (Int, Bool)
        do {
            (stands, isOvertaken) = try await database.write { session in
                let history = try CaseHistory(of: id, in: session)
                let state = CaseState(after: history.events)
                guard state.version == expected else { return (state.version, true) }
                return (
                    try append(events, to: id, (state, history.end), stamp: stamp, in: session).version, false
                )
            }
        } catch {
            throw .fault(error)
        }
        if isOvertaken { throw .overtaken(stands: stands) }
        await pulse.beat()
        return stands
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
    public func head() async throws(JournalFault) -> JournalAnchor? {
        try await database.read { try JournalWriter.head(in: $0) }
    }

    /// Writes events of one case and what the lists show of it.
    func append(
        _ events: [NewEvent], to id: CaseID, _ found: (state: CaseState, end: [UInt8]), stamp: Stamp,
        in session: any SQLSession
    ) throws -> CaseState {
        var (state, end) = found
        guard !events.isEmpty else { return state }
        var writer = try JournalWriter(in: session, digest: digest)
        let rules = rules()
        var notices: [Notice] = []
        for event in events {
            let recorded = try writer.write(
                event, to: id, as: state.version + 1, stamp: stamp, inCaseAfter: &end)
            state.apply(recorded.event, at: recorded.moment)
            if hasOutbox || wakesBrowsers { notices += state.notices(of: recorded.event, under: rules) }
        }
        try CaseProjection.replace(state.rows(of: id, under: rules), in: session)
        if !notices.isEmpty, let reference = state.reference {
            try MessageWriter(session: session, random: random, hasOutbox: hasOutbox, wakes: wakesBrowsers)
                .write(notices, about: id, reference, at: stamp.instant)
        }
        try session.tell(.journal)
        return state
    }

    /// A reference that no case has.
    func newReference(in session: any SQLSession) throws(JournalFault) -> CaseReference {
        try draw.reference { (reference) throws(JournalFault) in
            do {
                return try !session.rows(SQL.receipt, [.text(reference.text)]).isEmpty
            } catch {
                throw JournalFault(error)
            }
        }
    }

    private static func caseID(in row: SQLRow) throws -> CaseID {
        guard let id = try? CaseID(reading: try row.text(0)) else { throw JournalFault.damaged }
        return id
    }
}

private enum SQL {
    static let lastEntry = LinkedEntry.columns + "WHERE position = (SELECT max(position) FROM journal_event)"
    static let receipt: SharedSQL = "SELECT case_id, reports, opened_ms FROM case_row WHERE reference = $1"
}
