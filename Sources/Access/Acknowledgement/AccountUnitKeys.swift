public import CaseRegister
public import Sealing

/// The public keys of the units as their accounts are kept.
public struct AccountUnitKeys: UnitKeys {
    private let accounts: any AccountStore

    public init(_ accounts: any AccountStore) { self.accounts = accounts }

    public func publicKey(of unit: UnitID) async throws(JournalFault) -> UnitPublicKey? {
        guard let record = try await accounts.unit(unit) else { return nil }
        guard let key = try? UnitPublicKey(raw: record.publicKey) else { throw .damaged }
        return key
    }
}
