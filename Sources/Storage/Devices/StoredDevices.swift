public import Access
public import CaseRegister
public import ReferralDomain
public import Sealing

/// The devices in the one database.
public struct StoredDevices: DeviceStore {
    private let database: any SQLDatabase

    public init(on database: any SQLDatabase) { self.database = database }

    public func invite(_ invitation: DeviceInvitation) async throws(JournalFault) {
        try await database.write { session in
            try session.run(
                SQL.invite,
                [
                    .text(invitation.lookup), .text(invitation.label), .text(invitation.unit.text),
                    .integer(Int64(invitation.days)), .text(invitation.made.actor.text),
                    .integer(invitation.made.instant.millisecondsSinceEpoch),
                    .integer(invitation.expires.millisecondsSinceEpoch),
                ])
        }
    }

    public func enrol(
        _ key: PointKey, with lookup: String, as id: DeviceID, at now: Instant
    ) async throws(JournalFault) -> Device? {
        try await database.write { session in
            guard let row = try session.rows(SQL.invitation, [.text(lookup)]).first else { return nil }
            let invitation = try Self.invitation(row, lookup)
            guard now < invitation.expires else { return nil }
            if let earlier = try row.optionalInteger(5) {
                let found = try session.rows(SQL.device, [.integer(earlier)]).first.map(Self.device)
                return found.flatMap { $0.key == key ? $0 : nil }
            }
            let taken = try session.rows(SQL.taken, [.integer(Int64(id.number)), .blob(key.raw)])
            guard taken.isEmpty else { return nil }
            let device = Device(id, from: invitation, key: key, at: now)
            try session.run(
                SQL.add,
                [
                    .integer(Int64(id.number)), .text(device.label), .text(device.unit.text), .blob(key.raw),
                    .text(device.enrolled.actor.text), .integer(now.millisecondsSinceEpoch),
                    .integer(device.expires.millisecondsSinceEpoch),
                ])
            try session.run(SQL.use, [.text(lookup), .integer(Int64(id.number))])
            return device
        }
    }

    public func device(_ id: DeviceID) async throws(JournalFault) -> Device? {
        try await database.read { session in
            try session.rows(SQL.device, [.integer(Int64(id.number))]).first.map(Self.device)
        }
    }

    public func devices(of unit: UnitID) async throws(JournalFault) -> [Device] {
        try await database.read { session in
            try session.rows(SQL.ofUnit, [.text(unit.text)]).map(Self.device)
        }
    }

    public func revoke(_ id: DeviceID, of unit: UnitID, _ stamp: Stamp) async throws(JournalFault) -> Bool {
        try await database.write { session in
            let row = try session.rows(SQL.device, [.integer(Int64(id.number))]).first
            guard let device = try row.map(Self.device), device.unit == unit else { return false }
            try session.run(
                SQL.revoke,
                [
                    .integer(Int64(id.number)), .text(stamp.actor.text),
                    .integer(stamp.instant.millisecondsSinceEpoch),
                ])
            return true
        }
    }

    private static func invitation(_ row: SQLRow, _ lookup: String) throws(JournalFault) -> DeviceInvitation {
        DeviceInvitation(
            lookup: lookup, label: try row.text(0),
            unit: try row.required(1) { try? UnitID(reading: $0) }, days: Int(try row.integer(2)),
            made: Stamp(
                actor: try row.required(3) { try? ActorID(reading: $0) }, instant: try row.instant(4)))
    }

    private static func device(_ row: SQLRow) throws(JournalFault) -> Device {
        guard let number = UInt32(exactly: try row.integer(0)), let id = DeviceID(number),
            let key = try? PointKey(raw: try row.blob(3))
        else { throw .damaged }
        var revoked: Stamp?
        if let actor = try row.optional(7, { try? ActorID(reading: $0) }) {
            revoked = Stamp(actor: actor, instant: try row.instant(8))
        }
        return Device(
            id, label: try row.text(1), unit: try row.required(2) { try? UnitID(reading: $0) }, key: key,
            enrolled: Stamp(
                actor: try row.required(4) { try? ActorID(reading: $0) }, instant: try row.instant(5)),
            expires: try row.instant(6), revoked: revoked)
    }
}

private enum SQL {
    private static let columns: SharedSQL = """
        SELECT device_id, label, unit, public_key, invited_by, enrolled_ms, expires_ms, revoked_by, revoked_ms
        FROM device
        """
    static let device = columns + "WHERE device_id = $1"
    static let ofUnit = columns + "WHERE unit = $1 ORDER BY enrolled_ms DESC, device_id DESC"
    static let taken: SharedSQL = "SELECT device_id FROM device WHERE device_id = $1 OR public_key = $2"
    static let invite: SharedSQL = """
        INSERT INTO device_invitation (lookup, label, unit, days, invited_by, invited_ms, expires_ms)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """
    static let invitation: SharedSQL = """
        SELECT label, unit, days, invited_by, invited_ms, device_id FROM device_invitation WHERE lookup = $1
        """
    static let add: SharedSQL = """
        INSERT INTO device (device_id, label, unit, public_key, invited_by, enrolled_ms, expires_ms)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """
    static let use: SharedSQL = "UPDATE device_invitation SET device_id = $2 WHERE lookup = $1"
    static let revoke: SharedSQL = """
        UPDATE device SET revoked_by = $2, revoked_ms = $3 WHERE device_id = $1 AND revoked_by IS NULL
        """
}
