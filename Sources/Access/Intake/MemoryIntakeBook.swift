public import CaseRegister
public import ReferralDomain

/// What came from phones, forgotten when the program ends: for tests.
public actor MemoryIntakeBook: IntakeBook {
    private var records: [CaseID: IntakeRecord] = [:]
    private var handed: [HandoverRecord] = []
    private var editions: [String: Instant] = [:]

    public init() {}

    public func keep(_ record: IntakeRecord) -> IntakeRecord {
        if let stands = records[record.id], !stands.yields(to: record) { return stands }
        records[record.id] = record
        return record
    }

    public func record(of id: CaseID) -> IntakeRecord? { records[id] }

    public func keep(_ handover: HandoverRecord) -> HandoverRecord {
        if let first = handed.first(where: { $0.id == handover.id }) { return first }
        handed.append(handover)
        return handover
    }

    public func handovers(of id: CaseID) -> [HandoverRecord] { handed.filter { $0.caseID == id } }

    public func catalogInForce(_ hash: String, version: String, at now: Instant) -> Instant {
        if let newest = editions.max(by: { $0.value < $1.value }), newest.key == hash { return newest.value }
        editions[hash] = now
        return now
    }

    public func knowsCatalog(_ hash: String) -> Bool { editions[hash] != nil }
}
