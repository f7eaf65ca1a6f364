public import CaseRegister

/// The mail server of the house, and how to talk to it.
public struct MailServer: Equatable, Sendable {
    /// `smtp://host:587` or `smtps://host:465`.
    public let url: String
    public let from: OfficeAddress
    /// Nil where the server asks for none, as a relay on the same machine.
    public var account: Account?
    /// Whether nothing is said before the talk is encrypted; off only on the machine itself.
    public var requiresEncryption = true
    /// A file of certificates that are trusted beside none other; nil for those of the system.
    public var authorities: String?

    public struct Account: Equatable, Sendable, CustomStringConvertible {
        public let user: String
        public let password: String

        public init(user: String, password: String) {
            self.user = user
            self.password = password
        }

        /// Never the password.
        public var description: String { "account" }
    }

    public init(url: String, from: OfficeAddress) {
        self.url = url
        self.from = from
    }
}
