public import CaseRegister
public import ReferralDomain
public import Sealing

/// The care of the devices of a unit: make an enrolment, take a phone in, list, end, read a short message.
public struct DeviceDesk: Sendable {
    private let store: any DeviceStore
    private let log: (any AuditLog)?
    private let random: any RandomSource
    private let clock: @Sendable () -> Instant
    /// What the keys of short messages are derived from.
    private let smsSecret: [UInt8]

    public init(
        store: any DeviceStore, log: (any AuditLog)?, smsSecret: [UInt8], random: any RandomSource,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.log = log
        self.smsSecret = smsSecret
        self.random = random
        self.clock = clock
    }

    /// Why nothing was done.
    public enum Failure: Error, Hashable, Sendable {
        /// A label that is no word of at most 24 characters, or days beyond the limit.
        case label
        case days
        /// No such invitation, an expired one, or one that another phone has used; all look the same.
        case unknown
        /// A body that is no message, that no live device sent, or that another key sealed.
        case unreadable
        case fault(JournalFault)
    }

    /// What is shown once and kept nowhere.
    public struct Made: Sendable {
        /// Sixteen bytes in base64url, for the QR.
        public let secret: String
        public let invitation: DeviceInvitation
    }

    /// What an enrolled phone is told, once.
    public struct Enrolled: Sendable {
        public let device: Device
        /// The key of its short messages, 32 bytes.
        public let smsKey: [UInt8]
    }

    /// Makes an enrolment for the own unit.
    public func invite(
        _ label: String, days: Int, by acting: Acting
    ) async throws(Failure) -> Made {
        guard label.utf8.count <= Self.longestLabel, (try? ActorID(reading: label)) != nil else {
            throw .label
        }
        guard (1...DeviceInvitation.mostDays).contains(days) else { throw .days }
        let secret = Base64URL.text(of: random.bytes(Self.secretLength))
        let now = clock()
        let invitation = DeviceInvitation(
            lookup: Self.lookup(secret), label: label, unit: acting.unit, days: days,
            made: Stamp(actor: acting.account, instant: now))
        try await note(.invited, on: [label], by: (acting.account, acting.unit), now)
        do { try await store.invite(invitation) } catch { throw .fault(error) }
        return Made(secret: secret, invitation: invitation)
    }

    /// Takes a phone in that knows a secret.
    public func enrol(_ key: PointKey, secret: String) async throws(Failure) -> Enrolled {
        guard Base64URL.bytes(of: secret)?.count == Self.secretLength else { throw .unknown }
        return try await failing(as: .unknown) {
            for _ in 0..<Self.draws {
                let drawn = random.bytes(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                guard let id = DeviceID(drawn), try await store.device(id) == nil else { continue }
                guard let device = try await store.enrol(key, with: Self.lookup(secret), as: id, at: clock())
                else { throw Failure.unknown }
                try await note(
                    .enrolled, on: [device.id.text], by: (device.enrolled.actor, device.unit), clock())
                return Enrolled(
                    device: device, smsKey: try SMSKey(of: device.id.number, secret: smsSecret).raw)
            }
            throw Failure.fault(.other(code: "no-free-number"))
        }
    }

    /// The devices of the own unit, the newest first.
    public func devices(of acting: Acting) async throws(JournalFault) -> [Device] {
        try await store.devices(of: acting.unit)
    }

    /// Any device, for what came from it.
    public func device(_ id: DeviceID) async throws(JournalFault) -> Device? { try await store.device(id) }

    /// Ends a device of the own unit: nothing that it signs counts from now on.
    public func revoke(_ id: DeviceID, by acting: Acting) async throws(Failure) {
        let now = clock()
        try await failing(as: .unknown) {
            guard let device = try await store.device(id), device.unit == acting.unit else {
                throw Failure.unknown
            }
            try await note(.revoked, on: [id.text], by: (acting.account, acting.unit), now)
            _ = try await store.revoke(id, of: acting.unit, Stamp(actor: acting.account, instant: now))
        }
    }

    /// Reads a short message that a device of the own unit sent.
    public func read(_ message: String, by acting: Acting) async throws(Failure) -> ShortMessage {
        guard let parsed = ShortMessage.Parsed(message), let id = DeviceID(parsed.device) else {
            throw .unreadable
        }
        return try await failing(as: .unreadable) {
            guard let device = try await store.device(id), device.unit == acting.unit,
                device.isLive(at: clock())
            else { throw Failure.unreadable }
            let text = try SMSKey(of: id.number, secret: smsSecret).open(parsed.body)
            guard let read = ShortMessage(text, code: parsed.code, device: device) else {
                throw Failure.unreadable
            }
            try await note(.messageRead, on: [id.text], by: (acting.account, acting.unit), clock())
            return read
        }
    }

    /// Does something, and says in the words of the desk why it failed; what has no word of its own gets one.
    private func failing<Value>(
        as other: Failure, _ body: () async throws -> Value
    ) async throws(Failure) -> Value {
        do {
            return try await body()
        } catch let failure as Failure {
            throw failure
        } catch let fault as JournalFault {
            throw .fault(fault)
        } catch {
            throw other
        }
    }

    private func note(
        _ action: DeviceAction, on objects: [String], by account: (actor: ActorID, unit: UnitID),
        _ now: Instant
    ) async throws(Failure) {
        let entry = AuditEntry(action.rawValue, on: objects, because: nil, by: account, at: now)
        do { try await log?.commit(entry) } catch { throw .fault(error) }
    }

    private static func lookup(_ secret: String) -> String {
        HashText.sha256(of: Array("ruta-enrolment-1\n\(secret)".utf8))
    }

    private static let secretLength = 16
    private static let longestLabel = 24
    private static let draws = 16
}
