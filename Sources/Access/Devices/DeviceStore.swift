public import CaseRegister
public import ReferralDomain
public import Sealing

/// The devices of the house. What it has acknowledged is never lost.
public protocol DeviceStore: Sendable {
    func invite(_ invitation: DeviceInvitation) async throws(JournalFault)

    /// Uses an invitation: the device that it makes, under a number that is free; nil where there is none, it has
    /// expired, or another key has used it. The same key again gets the same device.
    func enrol(
        _ key: PointKey, with lookup: String, as id: DeviceID, at now: Instant
    ) async throws(JournalFault) -> Device?

    /// The device with this number; nil where there is none.
    func device(_ id: DeviceID) async throws(JournalFault) -> Device?

    /// The devices of a unit, the newest first.
    func devices(of unit: UnitID) async throws(JournalFault) -> [Device]

    /// Ends a device of a unit; false where the unit has none. One that was ended stays ended as it was.
    func revoke(_ id: DeviceID, of unit: UnitID, _ stamp: Stamp) async throws(JournalFault) -> Bool
}
