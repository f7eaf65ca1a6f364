public import ReferralDomain

/// A journal that forgets everything when it ends: for tests and for trying things out.
public actor MemoryJournal: ReportJournal {
    private var histories: [ReportID: [RecordedEvent]] = [:]
    private var cases: [CaseReference: ReportID] = [:]
    private var lastPosition: Int64 = 0
    private var fault: JournalFault?
    private let draw: ReferenceDraw

    public init(random: any RandomSource) { draw = ReferenceDraw(from: random) }

    /// Fails every record from now on; nil lets them through again.
    public func fail(with fault: JournalFault?) { self.fault = fault }

    public func record(_ report: StreetReport, stamp: Stamp) throws(JournalFault) -> Receipt {
        if let fault { throw fault }
        let history = histories[report.id, default: []]
        let state = CaseState(after: history)
        let reference: CaseReference
        if let known = state.reference {
            reference = known
        } else {
            reference = try draw.reference { cases[$0] != nil }
        }

        let events = state.report(report, reference: reference)
        for (offset, event) in events.enumerated() {
            lastPosition += 1
            histories[report.id, default: []].append(
                RecordedEvent(
                    position: lastPosition, caseID: report.id, version: state.version + offset + 1,
                    event: NewEvent(event), stamp: stamp))
        }
        cases[reference] = report.id
        return Receipt(
            id: report.id, reference: reference, version: state.version + events.count,
            receivedAt: history.first?.stamp.instant ?? stamp.instant, isRepeat: events.isEmpty)
    }

    public func receipt(of reference: CaseReference) throws(JournalFault) -> Receipt? {
        guard let id = cases[reference], let history = histories[id], let first = history.first else {
            return nil
        }
        return Receipt(
            id: id, reference: reference, version: history.count, receivedAt: first.stamp.instant,
            isRepeat: true)
    }

    public func history(of id: ReportID) throws(JournalFault) -> [RecordedEvent] {
        histories[id, default: []]
    }

    public func health() -> JournalHealth { JournalHealth(lastPosition: lastPosition, fault: fault) }
}
