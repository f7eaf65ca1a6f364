/// What a signed receipt says. There is no name in it and no field that could hold one.
public struct ReceiptStatement: Hashable, Sendable {
    public let kind: Kind
    /// The reference of the case, such as `K7Q2-M3X9`.
    public let caseReference: String
    /// The referral, 32 hexadecimal digits; nil where the receipt is about the case.
    public let referral: String?
    /// The institution of the catalogue.
    public let institution: String
    /// When it was registered, in milliseconds since 1970-01-01T00:00:00Z.
    public let instantMilliseconds: Int64
    public let head: Head

    /// What happened.
    public enum Kind: UInt8, CaseIterable, Sendable {
        case sent = 1
        case delivered = 2
        case acknowledged = 3
        case accepted = 4
        case custodyReceived = 5
        case done = 6
        /// A consent was taken back: the receiver must stop.
        case stop = 7
        case recalled = 8
        case report = 9
    }

    /// Where the journal stood: whoever keeps receipts can show that it was altered later.
    public struct Head: Hashable, Sendable {
        public let position: Int64
        /// 64 hexadecimal digits.
        public let hash: String

        public init(position: Int64, hash: String) {
            self.position = position
            self.hash = hash
        }
    }

    public init(
        _ kind: Kind, case caseReference: String, referral: String? = nil,
        by institution: (id: String, milliseconds: Int64), head: Head
    ) {
        self.kind = kind
        self.caseReference = caseReference
        self.referral = referral
        self.institution = institution.id
        instantMilliseconds = institution.milliseconds
        self.head = head
    }
}
