public import Sealing

/// What somebody types to enter. Printing it prints its type.
public struct Credentials: Sendable, Unprintable {
    public let account: String
    public let passphrase: String
    public let code: String
    /// Whether other people pass the screen: the session then ends sooner.
    public let isShared: Bool

    public init(account: String, passphrase: String, code: String, isShared: Bool) {
        self.account = account
        self.passphrase = passphrase
        self.code = code
        self.isShared = isShared
    }
}
