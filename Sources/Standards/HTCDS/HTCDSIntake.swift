public import CaseRegister
public import Catalog
public import ReferralDomain

/// How the cases of a file come into a register, from the command line and from the page: all in one transaction, or none.
public struct HTCDSIntake: Sendable {
    private let journal: any ReportJournal
    private let catalog: ProtocolCatalog

    public init(into journal: any ReportJournal, under catalog: ProtocolCatalog) {
        self.journal = journal
        self.catalog = catalog
    }

    /// What the register has of the cases of a file.
    public struct Standing: Hashable, Sendable {
        /// Not here yet: these come in.
        public var new: [CaseID] = []
        /// Here already.
        public var known: [CaseID] = []
        /// Lines of cases that are here already and were told in another way: nothing of that is taken over.
        ///
        /// Only of ids that the office gave itself: whoever holds an id of ours learns nothing by guessing at its case.
        public var differing: [Int] = []
    }

    /// The cases of a judged file that are not closed there.
    ///
    /// - Throws: where a row could not become a report; then nothing of the file may be taken in.
    public func cases(
        of reading: HTCDSReading, at now: Instant, from office: String? = nil
    ) throws(JournalFault) -> [HTCDSCase] {
        let cases = HTCDSCase.all(in: reading.rows, under: catalog, at: now, from: office)
        guard cases.count == HTCDSCase.open(in: reading.rows).count else {
            throw .other(code: "htcds-row-without-a-case")
        }
        return cases
    }

    /// What would become of the cases; nothing is written.
    public func standing(of cases: [HTCDSCase]) async throws(JournalFault) -> Standing {
        var standing = Standing()
        for found in cases {
            let told = try await journal.history(of: found.report.id).compactMap(\.report)
            guard !told.isEmpty else {
                standing.new.append(found.report.id)
                continue
            }
            standing.known.append(found.report.id)
            if !found.hasOwnID, !told.contains(where: { $0.saysTheSame(as: found.report) }) {
                standing.differing.append(found.line)
            }
        }
        return standing
    }

    /// Takes the cases in. A case that is here already stays as it is, so that the same file twice changes nothing.
    ///
    /// - Returns: one receipt a case, in their order; a repeat was here already.
    public func take(_ cases: [HTCDSCase], stamp: Stamp) async throws(JournalFault) -> [Receipt] {
        try await journal.recordNew(cases.map(\.report), stamp: stamp)
    }
}

extension HTCDSCase {
    /// What of these cases comes in, as a table that is read like any other: ids, place, hour, facts and signs, and no name.
    public static func table(of cases: [HTCDSCase]) -> String {
        let columns: [HTCDSExtension] = [.caseID, .district, .seenAt, .people, .facts, .signs]
        let rows = cases.map { found in
            let report = found.report
            return [
                report.id.text, report.district ?? "", report.claimedAt.map { LimaTime($0).rfc3339 } ?? "",
                report.people.rawValue,
                report.facts.map { "\($0.fact)=\($0.value)" }.joined(separator: String(HTCDSRow.separator)),
                report.signs.joined(separator: String(HTCDSRow.separator)),
            ]
        }
        return CSVText.text([columns.map(\.rawValue)] + rows)
    }
}

extension RecordedEvent {
    /// What was reported with it; nil for an event of another kind.
    fileprivate var report: StreetReport? {
        switch event {
        case .sightingReported(let report, _), .sightingAmended(let report): report
        case .file, .referral, .person: nil
        }
    }
}

extension StreetReport {
    /// Whether two reports of one case were told alike, whatever the catalogue then advised.
    fileprivate func saysTheSame(as other: StreetReport) -> Bool {
        district == other.district && facts == other.facts && signs == other.signs && people == other.people
            && claimedAt == other.claimedAt
    }
}
