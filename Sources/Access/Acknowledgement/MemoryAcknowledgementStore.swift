public import CaseRegister
public import ReferralDomain

/// Links and codes that are forgotten when the program ends: for tests and for trying things out.
public actor MemoryAcknowledgementStore: AcknowledgementStore, ReceiptBook {
    private var kept: [String: AcknowledgementTicket] = [:]
    private var receipts: [String: Set<ReceiptEntry>] = [:]

    public init() {}

    public func keep(_ ticket: AcknowledgementTicket) {
        let replaced = kept.values.filter {
            $0.kind == ticket.kind && $0.about == ticket.about && $0.usedAt == nil
        }
        for old in replaced { kept[old.id] = nil }
        kept[ticket.id] = ticket
    }

    public func ticket(_ id: String) -> AcknowledgementTicket? { kept[id] }

    public func tickets(of referral: ReferralID, in caseID: CaseID) -> [AcknowledgementTicket] {
        kept.values
            .filter { $0.about.referral == referral && $0.about.caseID == caseID }
            .sorted { ($1.issued, $1.id) < ($0.issued, $0.id) }
    }

    public func countTry(of id: String, most: Int) -> Bool {
        guard let ticket = kept[id], ticket.tries < most else { return false }
        kept[id]?.tries += 1
        return true
    }

    public func use(_ id: String, at now: Instant) {
        if kept[id]?.usedAt == nil { kept[id]?.usedAt = now }
    }

    public func forget(before now: Instant) { kept = kept.filter { $0.value.expires >= now } }

    public func note(_ code: String, of entry: ReceiptEntry) { receipts[code, default: []].insert(entry) }

    public func entries(of code: String) -> [ReceiptEntry] {
        receipts[code, default: []].sorted { ($0.caseID.text, $0.version) < ($1.caseID.text, $1.version) }
    }
}
