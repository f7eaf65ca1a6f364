import CaseRegister
import Sealing

/// What makes the secrets of an account: its own pair, locked with a passphrase, and all that hangs on it.
struct Enrolment: Sendable {
    let random: any RandomSource

    /// The secrets of a new pair.
    func secrets(
        of account: Account, passphrase: String, factor: [UInt8], unit: UnitKeyPair
    ) throws(SealingFault) -> AccountSecrets {
        let pair = try UnitKeyPair(random: random.bytes(UnitKeyPair.length))
        return AccountSecrets(
            publicKey: pair.publicKey.raw, lockedKey: try locked(pair, of: account.id, with: passphrase),
            sealedFactor: try UnitSealing.sealText(
                factor, to: pair.publicKey, in: AccountPlaces.factor(of: account.id)),
            wrappedUnit: try UnitSealing.wrap(
                unit, to: pair.publicKey, in: AccountPlaces.unit(account.unit, of: account.id)))
    }

    /// A pair locked with a passphrase, at the cost that OWASP asks for.
    func locked(
        _ pair: UnitKeyPair, of account: ActorID, with passphrase: String
    ) throws(SealingFault) -> [UInt8] {
        try PassphraseLock.lock(
            pair.privateRaw, with: passphrase, cost: .owasp, salt: random.bytes(PassphraseLock.saltLength),
            in: AccountPlaces.key(of: account))
    }
}
