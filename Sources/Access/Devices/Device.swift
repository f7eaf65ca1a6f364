public import CaseRegister
public import ReferralDomain
public import Sealing

/// One enrolled phone: a signing key that never leaves it, for one assignment of at most ninety days.
public struct Device: Hashable, Sendable {
    public let id: DeviceID
    /// What it is called on the radio, such as `S-4471`; never a name.
    public let label: String
    public let unit: UnitID
    /// What checks its signatures.
    public let key: PointKey
    /// Who made the enrolment, and when the phone came.
    public let enrolled: Stamp
    public let expires: Instant
    public let revoked: Stamp?

    public init(
        _ id: DeviceID, label: String, unit: UnitID, key: PointKey, enrolled: Stamp, expires: Instant,
        revoked: Stamp? = nil
    ) {
        self.id = id
        self.label = label
        self.unit = unit
        self.key = key
        self.enrolled = enrolled
        self.expires = expires
        self.revoked = revoked
    }

    /// Whether what it signs counts now.
    public func isLive(at now: Instant) -> Bool { revoked == nil && now < expires }
}

/// An enrolment that was made and may be used once, for a quarter of an hour.
public struct DeviceInvitation: Hashable, Sendable {
    /// SHA-256 of the secret; the secret itself is only in the QR.
    public let lookup: String
    public let label: String
    public let unit: UnitID
    /// How long the device will be good for.
    public let days: Int
    public let made: Stamp
    public let expires: Instant

    public init(lookup: String, label: String, unit: UnitID, days: Int, made: Stamp) {
        self.lookup = lookup
        self.label = label
        self.unit = unit
        self.days = days
        self.made = made
        expires = made.instant.adding(milliseconds: Self.openMilliseconds)
    }

    /// A quarter of an hour.
    public static let openMilliseconds: Int64 = 15 * 60_000
    /// A device is good for one assignment.
    public static let mostDays = 90
}
