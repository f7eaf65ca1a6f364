public import CaseRegister
public import ReferralDomain

/// One key with which a program of an institution asks; the key itself is kept nowhere.
public struct APIToken: Hashable, Sendable {
    /// Sixteen hexadecimal digits, to name it by.
    public let id: String
    /// What it is for, such as `agenda-upe`; a word, never a name.
    public let label: String
    public let unit: UnitID
    public let institution: String
    public let municipality: String?
    public let scopes: Set<APIScope>
    public let made: Stamp
    public let expires: Instant
    /// The day on which it was last used; nil while it never was.
    public var lastUsed: PlainDate?
    public var revoked: Stamp?

    public init(
        _ id: String, label: String, of acting: Holder, scopes: Set<APIScope>, made: Stamp, expires: Instant
    ) {
        self.id = id
        self.label = label
        unit = acting.unit
        institution = acting.institution
        municipality = acting.municipality
        self.scopes = scopes
        self.made = made
        self.expires = expires
    }

    /// The unit that a key speaks for.
    public struct Holder: Hashable, Sendable {
        public let unit: UnitID
        public let institution: String
        public let municipality: String?

        public init(unit: UnitID, institution: String, municipality: String?) {
            self.unit = unit
            self.institution = institution
            self.municipality = municipality
        }
    }

    /// Whether it counts now.
    public func isLive(at now: Instant) -> Bool { revoked == nil && now < expires }

    /// Whoever uses it acts as an officer of its unit, and never as more: the same policies hold.
    ///
    /// Nil where its id is no word of the journal, which it always is.
    public var acting: Acting? {
        (try? ActorID(reading: Self.start + id)).map {
            Acting(
                account: $0, unit: unit, institution: institution, role: .officer, municipality: municipality)
        }
    }

    /// A key is good for a year at most.
    public static let mostDays = 366
    private static let start = "token-"
}
