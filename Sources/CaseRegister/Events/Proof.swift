/// How an acknowledgement was proved, and by whom.
public struct Proof: Hashable, Sendable {
    public let kind: Kind
    /// Name and post or rank of who acknowledged, sealed to the unit that sent the referral.
    public let person: SealedBytes
    /// The institution that the person spoke for.
    public let institution: String

    public enum Kind: String, CaseIterable, Sendable {
        /// A session of the receiving unit.
        case account
        /// The one-time link.
        case link
        /// The six digits, read back on the telephone and typed by the operator.
        case spokenCode = "spoken-code"
        /// Paper, signed; the operator recorded it.
        case signature
    }

    public init(_ kind: Kind, by person: SealedBytes, of institution: String) {
        self.kind = kind
        self.person = person
        self.institution = institution
    }
}
