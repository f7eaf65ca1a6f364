import CaseRegister
import ReferralDomain
import Sealing

extension Vault {
    /// Writes the leaf of an opening and returns its position, or writes the leaf of its refusal.
    func admitReveal(
        of words: [String], because reason: String, by holder: KeyHolder
    ) async throws(VaultFault) -> Int64 {
        let rules = rules()
        guard rules.revealReasons.contains(reason) else { throw .unknownReason }
        let now = clock()
        let isSteppedUp = holder.steppedUpUntil.map { now < $0 } ?? false
        let limits = isSteppedUp ? [rules.dailyReveals] : [rules.dailyReveals, rules.hourlyReveals]
        let entry = AuditEntry(
            VaultAction.reveal.rawValue, on: words, because: reason, by: holder.acting, at: now)
        switch try await commit(entry, within: limits) {
        case .written(let leaf): return leaf.position
        case .over(let limit):
            try await note(.revealRefused, on: words, because: reason, by: holder.acting)
            throw limit == rules.hourlyReveals ? .stepUpNeeded : .overLimit
        }
    }

    /// What came of an entry that has limits.
    enum Commitment {
        case written(AuditLeaf)
        /// The limit that kept it from being written.
        case over(AuditLimit)
    }

    /// Writes an entry, unless one of the limits keeps it from being written.
    func commit(_ entry: AuditEntry, within limits: [AuditLimit]) async throws(VaultFault) -> Commitment {
        do throws(AuditRefusal) {
            return .written(try await log.commit(entry, within: limits))
        } catch {
            switch error {
            case .overLimit(let limit): return .over(limit)
            case .fault(let fault): throw .fault(fault)
            }
        }
    }

    /// Writes an entry that nothing limits.
    func note(
        _ action: VaultAction, on words: [String], because reason: String? = nil, by acting: Acting
    ) async throws(VaultFault) {
        let entry = AuditEntry(action.rawValue, on: words, because: reason, by: acting, at: clock())
        _ = try await asking { () throws(JournalFault) in try await log.commit(entry) }
    }

    /// Asks a port.
    func asking<Value>(
        _ body: () async throws(JournalFault) -> Value
    ) async throws(VaultFault) -> Value {
        do throws(JournalFault) { return try await body() } catch { throw .fault(error) }
    }

    /// Seals or opens.
    func sealing<Value>(_ body: () throws(SealingFault) -> Value) throws(VaultFault) -> Value {
        do throws(SealingFault) {
            return try body()
        } catch {
            switch error {
            case .unreadable: throw .unreadable
            case .unusable: throw .fault(.other(code: "sealing-unusable"))
            }
        }
    }

    var randomBytes: RandomBytes { { [random] count in random.bytes(count) } }
}
