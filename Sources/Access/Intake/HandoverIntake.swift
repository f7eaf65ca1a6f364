public import CaseRegister
public import JSON
public import ReferralDomain
import Sealing

/// Takes handovers in that two phones signed without a network: the custody is recorded once, where it fits; where it
/// does not, a person settles it.
public struct HandoverIntake: Sendable {
    private let book: any IntakeBook
    private let devices: any DeviceStore
    private let units: any UnitBook
    private let journal: any CaseJournal
    private let desk: CaseDesk
    private let clock: @Sendable () -> Instant

    public init(
        book: any IntakeBook, devices: any DeviceStore, units: any UnitBook, journal: any CaseJournal,
        desk: CaseDesk, clock: @escaping @Sendable () -> Instant
    ) {
        self.book = book
        self.devices = devices
        self.units = units
        self.journal = journal
        self.desk = desk
        self.clock = clock
    }

    /// Why a handover was not taken.
    public enum Refusal: Error, Hashable, Sendable {
        case version
        case unreadable
        case signature
        case unknownDevice
        case fault(JournalFault)
    }

    /// Takes one handover in; the same again changes nothing and is answered alike.
    public func take(_ json: JSON) async throws(Refusal) -> HandoverRecord {
        let packet = try HandoverPacket(reading: json)
        let (from, to) = (try await device(packet.from), try await device(packet.by))
        guard from.key.text == packet.offerKey, to.key.text == packet.answerKey, packet.from != packet.by,
            from.key.isSignature(packet.offerSignature, of: packet.offer),
            to.key.isSignature(packet.answerSignature, of: packet.answer)
        else { throw .signature }
        do {
            if let first = try await book.handovers(of: packet.report).first(where: { $0.id == packet.id }) {
                return first
            }
            let now = clock()
            let conflict = try await settle(packet, from, to, now)
            return try await book.keep(
                HandoverRecord(
                    packet.id, of: packet.report, from: packet.from, to: packet.by, post: packet.post,
                    at: (packet.offeredAt, packet.answeredAt, now), packetHash: packet.hash,
                    conflict: conflict))
        } catch { throw .fault(error) }
    }

    private func device(_ id: DeviceID) async throws(Refusal) -> Device {
        let found: Device?
        do { found = try await devices.device(id) } catch { throw .fault(error) }
        guard let found else { throw .unknownDevice }
        return found
    }

    /// Records the custody, or says why a person must.
    private func settle(
        _ packet: HandoverPacket, _ from: Device, _ to: Device, _ now: Instant
    ) async throws(JournalFault) -> HandoverRecord.Conflict? {
        guard from.isLive(at: now), to.isLive(at: now) else { return .revoked }
        guard try await book.handovers(of: packet.report).isEmpty else { return .another }
        let state = CaseState(after: try await journal.history(of: packet.report))
        guard state.version > 0 else { return .unknownCase }
        guard state.people.count == 1, let person = state.people.first else { return .people }
        let cards = try await units.units()
        guard let centre = cards.first(where: { $0.id == from.unit }),
            let receiver = cards.first(where: { $0.id == to.unit })
        else { return .unknownCase }
        // The phone speaks for its control centre: what was signed on the spot is what the centre would write down.
        let acting = Acting(
            account: from.id.actor, unit: centre.id, institution: centre.institution, role: .operator,
            municipality: centre.municipality)
        let holder = Holder(institution: receiver.institution, unit: receiver.id, post: packet.post)
        do {
            _ = try await desk.perform(
                .person(person.id, .takeCustody(holder)), on: packet.report, declaredAt: packet.answeredAt,
                by: acting)
            return nil
        } catch {
            switch error {
            case .refused(.unknown): return .unknownCase
            case .refused: return .refused
            case .fault(let fault): throw fault
            }
        }
    }
}

/// One handover as it came: both texts exactly as they were signed.
struct HandoverPacket: Hashable, Sendable {
    let id: RecordID<HandoverRecord>
    let report: CaseID
    let from: DeviceID
    let by: DeviceID
    let post: String
    let offer: String
    let answer: String
    let offerSignature: String
    let answerSignature: String
    let offerKey: String
    let answerKey: String
    let offeredAt: Instant
    let answeredAt: Instant
    let hash: String

    init(reading json: JSON) throws(HandoverIntake.Refusal) {
        guard json["v"]?.integer == 1 else { throw json["v"]?.integer == nil ? .unreadable : .version }
        guard let offer = json["offer"]?.string, let answer = json["answer"]?.string,
            let offerSignature = json["offerSignature"]?.string,
            let answerSignature = json["answerSignature"]?.string,
            let said = Self.text(offer), let heard = Self.text(answer),
            heard["offer"]?.string == HashText.sha256(of: Array(offer.utf8)),
            let id = said["id"]?.string.flatMap({ try? RecordID<HandoverRecord>(reading: $0) }),
            let report = said["report"]?.string.flatMap({ try? CaseID(reading: $0) }),
            let from = said["from"]?.string.flatMap(DeviceID.init(reading:)),
            let by = heard["by"]?.string.flatMap(DeviceID.init(reading:)),
            let post = heard["post"]?.string, (try? ActorID(reading: post)) != nil,
            let offerKey = said["key"]?.string, let answerKey = heard["key"]?.string,
            let offered = Self.instant(said["at"]), let answered = Self.instant(heard["at"])
        else { throw .unreadable }
        self.id = id
        self.report = report
        self.from = from
        self.by = by
        self.post = post
        self.offer = offer
        self.answer = answer
        self.offerSignature = offerSignature
        self.answerSignature = answerSignature
        self.offerKey = offerKey
        self.answerKey = answerKey
        offeredAt = offered
        answeredAt = answered
        hash = HashText.sha256(of: json.bytes(.canonical))
    }

    /// A signed text: canonical, so that nobody can read it in two ways.
    private static func text(_ text: String) -> JSON? {
        guard let json = try? JSON(parsing: Array(text.utf8)), json.text(.canonical) == text,
            json["v"]?.integer == 1
        else { return nil }
        return json
    }

    private static func instant(_ json: JSON?) -> Instant? {
        guard let number = json?.integer, (0...253_402_300_799_999).contains(number) else { return nil }
        return Instant(millisecondsSinceEpoch: number)
    }
}
