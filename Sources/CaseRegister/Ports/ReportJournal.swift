public import ReferralDomain

/// The journal of street reports. What it has acknowledged is never lost.
public protocol ReportJournal: Sendable {
    /// Records a report and acknowledges it, once however often it is sent.
    ///
    /// It returns only after the report is safe on the disk. The same report again is acknowledged again and
    /// writes nothing; the same id with other content is recorded as a correction of the first.
    ///
    /// - Throws: what kept the report from being safe. The phone must then keep it and send it again.
    func record(_ report: StreetReport, stamp: Stamp) async throws(JournalFault) -> Receipt

    /// Records reports of cases that are not here yet: all of them in one transaction, or none.
    ///
    /// A case that is here already stays as it is, whatever the report says of it; its receipt says that it is a repeat.
    ///
    /// - Returns: one receipt each, in the order of the reports.
    func recordNew(_ reports: [StreetReport], stamp: Stamp) async throws(JournalFault) -> [Receipt]

    /// The receipt of a case; nil where no case has this reference.
    func receipt(of reference: CaseReference) async throws(JournalFault) -> Receipt?

    /// All that happened to a case, the first event first; empty where nobody has reported it.
    func history(of id: ReportID) async throws(JournalFault) -> [RecordedEvent]

    /// Whether reports are being acknowledged, and if not, since which fault.
    func health() async -> JournalHealth
}
