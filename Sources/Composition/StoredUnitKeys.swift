import Access
import CaseRegister
import Sealing

/// The public keys of the units as the accounts keep them.
struct StoredUnitKeys: UnitKeys {
    private let store: any AccountStore

    init(_ store: any AccountStore) { self.store = store }

    func publicKey(of unit: UnitID) async throws(JournalFault) -> UnitPublicKey? {
        guard let record = try await store.unit(unit) else { return nil }
        do {
            return try UnitPublicKey(raw: record.publicKey)
        } catch {
            throw .damaged
        }
    }
}
