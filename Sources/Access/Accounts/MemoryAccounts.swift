public import CaseRegister
public import ReferralDomain

/// Units, accounts, invitations and sessions that are forgotten at the end: for tests.
public actor MemoryAccounts: AccessStore {
    private var unitsByID: [UnitID: UnitRecord] = [:]
    private var records: [ActorID: AccountRecord] = [:]
    private var steps: [ActorID: Int64] = [:]
    private var invitations: [String: InvitationRecord] = [:]
    private var sessionsByLookup: [String: SessionRecord] = [:]

    public init() {}

    public func units() -> [UnitCard] {
        unitsByID.values.map(\.card).sorted { $0.id.text < $1.id.text }
    }

    public func add(_ unit: UnitRecord) -> Bool {
        guard unitsByID[unit.card.id] == nil else { return false }
        unitsByID[unit.card.id] = unit
        return true
    }

    public func unit(_ id: UnitID) -> UnitRecord? { unitsByID[id] }

    public func setRecovery(_ locked: [UInt8], of unit: UnitID) {
        guard let record = unitsByID[unit] else { return }
        unitsByID[unit] = UnitRecord(record.card, publicKey: record.publicKey, recovery: locked)
    }

    public func add(_ record: AccountRecord) -> Bool {
        guard records[record.account.id] == nil else { return false }
        records[record.account.id] = record
        return true
    }

    public func account(_ id: ActorID) -> AccountRecord? { records[id] }

    public func accounts(of unit: UnitID) -> [Account] {
        records.values.map(\.account).filter { $0.unit == unit }.sorted { $0.id.text < $1.id.text }
    }

    public func codes() -> Set<ActorID> {
        Set(records.keys).union(invitations.values.map(\.account.id))
    }

    public func setLockedKey(_ locked: [UInt8], of id: ActorID) {
        guard let record = records[id] else { return }
        let old = record.secrets
        records[id] = AccountRecord(
            record.account,
            secrets: AccountSecrets(
                publicKey: old.publicKey, lockedKey: locked, sealedFactor: old.sealedFactor,
                wrappedUnit: old.wrappedUnit))
    }

    public func end(_ id: ActorID, at instant: Instant) {
        endSessions(of: id, except: nil)
        invitations = invitations.filter { $0.value.account.id != id }
        guard let record = records[id], record.account.ended == nil else { return }
        let account = record.account
        records[id] = AccountRecord(
            Account(
                id, in: account.unit, as: account.role,
                life: .init(created: account.created, expires: account.expires, ended: instant)),
            secrets: record.secrets)
    }

    public func useStep(_ step: Int64, of id: ActorID) -> Bool {
        guard records[id] != nil, step > steps[id, default: -1] else { return false }
        steps[id] = step
        return true
    }

    public func add(_ invitation: InvitationRecord) {
        invitations = invitations.filter { $0.value.account.id != invitation.account.id }
        invitations[invitation.lookup] = invitation
    }

    public func invitation(_ lookup: String) -> InvitationRecord? { invitations[lookup] }

    public func countTry(of lookup: String) {
        guard let old = invitations[lookup] else { return }
        invitations[lookup] = InvitationRecord(
            lookup, for: old.account, locked: old.locked, spoken: old.spoken,
            term: .init(expires: old.expires, tries: old.tries + 1))
    }

    public func accept(_ lookup: String, as record: AccountRecord) -> Bool {
        guard invitations.removeValue(forKey: lookup) != nil, records[record.account.id]?.account.ended == nil
        else { return false }
        records[record.account.id] = record
        steps[record.account.id] = nil
        endSessions(of: record.account.id, except: nil)
        return true
    }

    public func add(_ session: SessionRecord, most: Int) {
        sessionsByLookup[session.lookup] = session
        for old in sessions(of: session.account).dropFirst(most) { sessionsByLookup[old.lookup] = nil }
    }

    public func session(_ lookup: String) -> FoundSession? {
        guard let session = sessionsByLookup[lookup], let holder = records[session.account],
            let unit = unitsByID[holder.account.unit]
        else { return nil }
        return FoundSession(session, of: holder, in: unit)
    }

    public func touch(_ lookup: String, at instant: Instant) {
        change(lookup) { times in
            SessionRecord.Times(
                created: times.created, seen: instant, steppedUpUntil: times.steppedUpUntil,
                idleLimit: times.idleLimit)
        }
    }

    public func stepUp(_ lookup: String, until instant: Instant) {
        change(lookup) { times in
            SessionRecord.Times(
                created: times.created, seen: times.seen, steppedUpUntil: instant, idleLimit: times.idleLimit)
        }
    }

    public func sessions(of account: ActorID) -> [SessionRecord] {
        sessionsByLookup.values.filter { $0.account == account }.sorted { left, right in
            (right.times.created, right.id) < (left.times.created, left.id)
        }
    }

    public func endSession(_ id: String, of account: ActorID) {
        sessionsByLookup = sessionsByLookup.filter { $0.value.id != id || $0.value.account != account }
    }

    public func endSessions(of account: ActorID, except lookup: String?) {
        sessionsByLookup = sessionsByLookup.filter { $0.value.account != account || $0.key == lookup }
    }

    private func change(_ lookup: String, _ body: (SessionRecord.Times) -> SessionRecord.Times) {
        guard let old = sessionsByLookup[lookup] else { return }
        sessionsByLookup[lookup] = SessionRecord(
            lookup, id: old.id, of: old.account, formToken: old.formToken, lockedKey: old.lockedKey,
            times: body(old.times))
    }
}
