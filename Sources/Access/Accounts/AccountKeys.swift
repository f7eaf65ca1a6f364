import CaseRegister
import Sealing

/// The pair of an account, opened by its passphrase or by its session: it opens all else of the account.
struct AccountKeys: Sendable {
    let pair: UnitKeyPair
    let record: AccountRecord

    /// The secret of the six digits.
    func factor() throws(SealingFault) -> [UInt8] {
        try pair.openText(record.secrets.sealedFactor, in: AccountPlaces.factor(of: record.account.id))
    }

    /// The pair of the unit.
    func unit() throws(SealingFault) -> UnitKeyPair {
        let account = record.account
        return try pair.unwrapPair(
            record.secrets.wrappedUnit, in: AccountPlaces.unit(account.unit, of: account.id))
    }

    /// The step of a code; nil where it is none of this moment.
    func step(of code: String, at milliseconds: Int64) -> Int64? {
        guard let secret = try? factor() else { return nil }
        return TimeCode.matches(code, secret: secret, at: milliseconds)
    }
}
