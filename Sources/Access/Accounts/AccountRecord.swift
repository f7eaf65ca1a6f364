/// An account and what opens it. Every secret in it is locked; whoever steals the table reads none.
public struct AccountRecord: Hashable, Sendable {
    public let account: Account
    public let secrets: AccountSecrets

    public init(_ account: Account, secrets: AccountSecrets) {
        self.account = account
        self.secrets = secrets
    }
}

/// The locked secrets of one account, each opened by the one before it.
public struct AccountSecrets: Hashable, Sendable {
    /// The public key of the account's own pair.
    public let publicKey: [UInt8]
    /// The private part of that pair, locked with the passphrase: that it opens is the check.
    public let lockedKey: [UInt8]
    /// The secret of the six digits, sealed to the account's pair.
    public let sealedFactor: [UInt8]
    /// The pair of the unit, wrapped to the account's pair.
    public let wrappedUnit: [UInt8]

    public init(publicKey: [UInt8], lockedKey: [UInt8], sealedFactor: [UInt8], wrappedUnit: [UInt8]) {
        self.publicKey = publicKey
        self.lockedKey = lockedKey
        self.sealedFactor = sealedFactor
        self.wrappedUnit = wrappedUnit
    }
}
