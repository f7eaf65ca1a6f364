public import ReferralDomain

/// A journal that forgets everything when it ends: for tests and for trying things out.
public actor MemoryJournal: ReportJournal, CaseJournal {
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

        let events = state.report(report, reference: reference).map { NewEvent($0) }
        keep(events, of: report.id, stamp: stamp)
        cases[reference] = report.id
        return Receipt(
            id: report.id, reference: reference, version: state.version + events.count,
            receivedAt: history.first?.stamp.instant ?? stamp.instant, isRepeat: events.isEmpty)
    }

    public func recordNew(_ reports: [StreetReport], stamp: Stamp) throws(JournalFault) -> [Receipt] {
        let before = (histories, cases, lastPosition)
        var receipts: [Receipt] = []
        do throws(JournalFault) {
            for report in reports {
                let known = CaseState(after: histories[report.id, default: []])
                if let reference = known.reference, let receipt = try receipt(of: reference) {
                    receipts.append(receipt)
                } else {
                    receipts.append(try record(report, stamp: stamp))
                }
            }
        } catch {
            (histories, cases, lastPosition) = before
            throw error
        }
        return receipts
    }

    public func receipt(of reference: CaseReference) throws(JournalFault) -> Receipt? {
        guard let id = cases[reference], let history = histories[id], let first = history.first else {
            return nil
        }
        return Receipt(
            id: id, reference: reference, version: history.count, receivedAt: first.stamp.instant,
            isRepeat: true)
    }

    public func caseID(of reference: CaseReference) throws(JournalFault) -> CaseID? { cases[reference] }

    public func append(
        _ events: [NewEvent], to id: CaseID, after expected: Int, stamp: Stamp
    ) throws(AppendFailure) -> Int {
        if let fault { throw .fault(fault) }
        let stands = histories[id, default: []].count
        guard stands == expected else { throw .overtaken(stands: stands) }
        keep(events, of: id, stamp: stamp)
        return stands + events.count
    }

    public func history(of id: ReportID) throws(JournalFault) -> [RecordedEvent] {
        histories[id, default: []]
    }

    public func health() -> JournalHealth { JournalHealth(lastPosition: lastPosition, fault: fault) }

    private func keep(_ events: [NewEvent], of id: CaseID, stamp: Stamp) {
        for event in events {
            lastPosition += 1
            let version = histories[id, default: []].count + 1
            histories[id, default: []].append(
                RecordedEvent(
                    position: lastPosition, caseID: id, version: version, event: event, stamp: stamp))
        }
    }
}
