public import CaseRegister
public import Sealing

/// The public keys of the units, to seal to them who acknowledged.
public protocol UnitKeys: Sendable {
    /// The key of a unit; nil where the unit has none.
    func publicKey(of unit: UnitID) async throws(JournalFault) -> UnitPublicKey?
}
