import CaseRegister
import ReferralDomain
import Sealing

extension Vault {
    /// The fields that can be searched for.
    public static let indexedFields: Set<String> = ["name", "document"]

    /// Whom the own unit has sealed or opened under exactly this name or document.
    ///
    /// The log gets the search, never what was searched for. Found or not, the work is the same: one key, one
    /// token, one query.
    ///
    /// - Throws: `.unknownReason`, `.overLimit`, `.notIndexable`, `.notHeld` without keys, and `.fault` where
    ///   the log cannot be written: then nothing is searched.
    public func search(
        _ value: String, field: String, because reason: String, by holder: KeyHolder
    ) async throws(VaultFault) -> [VaultMatch] {
        let rules = rules()
        guard rules.searchReasons.contains(reason) else { throw .unknownReason }
        guard Self.indexedFields.contains(field), BlindIndex.isIndexable(value, field: field) else {
            throw .notIndexable
        }
        guard let pair = holder.keys else { throw .notHeld }
        let entry = AuditEntry(
            VaultAction.search.rawValue, on: [field], because: reason, by: holder.acting, at: clock())
        if case .over = try await commit(entry, within: [rules.searches]) {
            try await note(.searchRefused, on: [field], because: reason, by: holder.acting)
            throw .overLimit
        }
        let key = try await indexKey(of: holder.acting.unit, with: pair)
        let token = BlindIndex.token(of: value, field: field, key: key)
        return try await asking { () throws(JournalFault) in
            try await store.matches(token, for: holder.acting.unit)
        }
    }

    /// Lets the own unit find again what it sealed or opened.
    func index(_ text: String, at place: VaultPlace, by holder: KeyHolder) async throws(VaultFault) {
        guard Self.indexedFields.contains(place.field), let pair = holder.keys,
            BlindIndex.isIndexable(text, field: place.field)
        else { return }
        let key = try await indexKey(of: holder.acting.unit, with: pair)
        let token = BlindIndex.token(of: text, field: place.field, key: key)
        try await asking { () throws(JournalFault) in
            try await store.index(token, of: place, for: holder.acting.unit)
        }
    }

    /// The key of a unit's index, made where there is none.
    private func indexKey(of unit: UnitID, with pair: UnitKeyPair) async throws(VaultFault) -> SealingKey {
        let context = SealingContext("blind-key", unit.text)
        if let wrapped = try await asking({ () throws(JournalFault) in try await store.indexKey(of: unit) }) {
            return try sealing { () throws(SealingFault) in try pair.unwrap(wrapped, in: context) }
        }
        let key = try newKey()
        let wrapped = try sealing { () throws(SealingFault) in
            try UnitSealing.wrap(key, to: pair.publicKey, in: context)
        }
        let isFirst = try await asking { () throws(JournalFault) in
            try await store.createIndexKey(wrapped, of: unit)
        }
        if isFirst { return key }
        guard let theirs = try await asking({ () throws(JournalFault) in try await store.indexKey(of: unit) })
        else { throw .notHeld }
        return try sealing { () throws(SealingFault) in try pair.unwrap(theirs, in: context) }
    }
}
