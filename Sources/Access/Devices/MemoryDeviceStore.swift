public import CaseRegister
public import ReferralDomain
public import Sealing

/// Devices that are forgotten when the program ends: for tests.
public actor MemoryDeviceStore: DeviceStore {
    private var invitations: [String: DeviceInvitation] = [:]
    private var used: [String: DeviceID] = [:]
    private var found: [DeviceID: Device] = [:]

    public init() {}

    public func invite(_ invitation: DeviceInvitation) { invitations[invitation.lookup] = invitation }

    public func enrol(_ key: PointKey, with lookup: String, as id: DeviceID, at now: Instant) -> Device? {
        guard let invitation = invitations[lookup], now < invitation.expires else { return nil }
        if let earlier = used[lookup] { return found[earlier].flatMap { $0.key == key ? $0 : nil } }
        guard found[id] == nil, !found.values.contains(where: { $0.key == key }) else { return nil }
        let device = Device(id, from: invitation, key: key, at: now)
        found[id] = device
        used[lookup] = id
        return device
    }

    public func device(_ id: DeviceID) -> Device? { found[id] }

    public func devices(of unit: UnitID) -> [Device] {
        found.values.filter { $0.unit == unit }.sorted {
            ($0.enrolled.instant, $0.id.number) > ($1.enrolled.instant, $1.id.number)
        }
    }

    public func revoke(_ id: DeviceID, of unit: UnitID, _ stamp: Stamp) -> Bool {
        guard let device = found[id], device.unit == unit else { return false }
        if device.revoked == nil { found[id] = device.ended(stamp) }
        return true
    }
}

extension Device {
    /// The device that an invitation makes.
    package init(_ id: DeviceID, from invitation: DeviceInvitation, key: PointKey, at now: Instant) {
        self.init(
            id, label: invitation.label, unit: invitation.unit, key: key,
            enrolled: Stamp(actor: invitation.made.actor, instant: now),
            expires: now.adding(milliseconds: Int64(invitation.days) * 86_400_000))
    }

    func ended(_ stamp: Stamp) -> Device {
        Device(
            id, label: label, unit: unit, key: key, enrolled: enrolled, expires: expires, revoked: stamp)
    }
}
