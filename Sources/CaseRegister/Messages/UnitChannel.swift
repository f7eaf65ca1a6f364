public import ReferralDomain

/// One address of a unit, and whether the unit has proved that it reads what arrives there.
public struct UnitChannel: Hashable, Sendable {
    public let id: ChannelID
    public let unit: UnitID
    public let address: OfficeAddress
    public let audience: NoticeAudience
    /// The order in which they are used, the lowest first.
    public let place: Int
    public let added: Instant
    /// When the code came back; nil while it has not, and then nothing but the code is sent there.
    public let verified: Instant?

    public init(
        _ id: ChannelID, of unit: UnitID, _ address: OfficeAddress, for audience: NoticeAudience, place: Int,
        added: Instant, verified: Instant? = nil
    ) {
        self.id = id
        self.unit = unit
        self.address = address
        self.audience = audience
        self.place = place
        self.added = added
        self.verified = verified
    }
}

/// The id of an address of a unit.
public typealias ChannelID = RecordID<UnitChannel>
