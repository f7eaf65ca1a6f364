public import CaseRegister
public import JSON
public import ReferralDomain
public import Sealing

/// Takes sealed reports in: checks who signed, opens, records, and only then acknowledges.
///
/// Nothing that was opened is kept but the report itself, which holds words and no text; the detail is sealed to the
/// unit before anything is written.
public struct ReportIntake: Sendable {
    let journal: any ReportJournal
    let book: any IntakeBook
    let devices: any DeviceStore
    let units: any UnitBook
    let unitKeys: any UnitKeys
    let ring: IntakeRing
    let rules: @Sendable () -> IntakeRules
    let clock: @Sendable () -> Instant
    /// One device sends thirty an hour, ten at once; more than that waits.
    private let pace = RequestPace(costMilliseconds: 120_000, burst: 10)

    /// Everything that it works with.
    public struct Ports: Sendable {
        public let journal: any ReportJournal
        public let book: any IntakeBook
        public let devices: any DeviceStore
        public let units: any UnitBook
        public let unitKeys: any UnitKeys

        public init(
            journal: any ReportJournal, book: any IntakeBook, devices: any DeviceStore, units: any UnitBook,
            unitKeys: any UnitKeys
        ) {
            self.journal = journal
            self.book = book
            self.devices = devices
            self.units = units
            self.unitKeys = unitKeys
        }
    }

    public init(
        _ ports: Ports, ring: IntakeRing, rules: @escaping @Sendable () -> IntakeRules,
        clock: @escaping @Sendable () -> Instant
    ) {
        journal = ports.journal
        book = ports.book
        devices = ports.devices
        units = ports.units
        unitKeys = ports.unitKeys
        self.ring = ring
        self.rules = rules
        self.clock = clock
    }

    /// What the phone is told of a report that is safe.
    public struct Taken: Hashable, Sendable {
        public let receipt: Receipt
        public let marks: [IntakeMark]
    }

    /// Why a report was not taken.
    public enum Refusal: Error, Hashable, Sendable {
        case version
        /// A form that only a later release reads: the phone keeps it for that one.
        case tooNew
        case unreadable
        case signature
        case unknownDevice
        case revoked
        case intakeKey
        case content
        /// How many seconds to wait.
        case busy(seconds: Int)
        case fault(JournalFault)
    }

    /// Takes one report in; it returns after the commit, and the same packet again changes nothing.
    public func take(_ json: JSON) async throws(Refusal) -> Taken {
        let packet = try Self.packet(json)
        let now = clock()
        let device = try await signer(of: packet, at: now)
        if let device, let wait = await pace.begin(device.id.text, at: now) {
            throw .busy(seconds: Int((wait + 999) / 1_000))
        }
        let content = try open(packet, at: now)
        let unit = try await unit(of: device, or: content.report.district)
        var marks = try await marks(of: content, device, unit, at: now)
        var sealed: SealedBytes?
        if let detail = content.detail {
            sealed = try await seal(detail, to: unit, of: packet.id)
            if sealed == nil { marks.append(.detail) }
        }
        let record = IntakeRecord(
            packet.id, packetHash: packet.hash, device: packet.device,
            at: (content.made, content.sent, now), marks: marks, unit: unit?.id, detail: sealed)
        return try await keep(record, content.report, packet, now)
    }

    private static func packet(_ json: JSON) throws(Refusal) -> ReportPacket {
        do {
            return try ReportPacket(reading: json)
        } catch {
            switch error {
            case .tooOld: throw .version
            case .tooNew: throw .tooNew
            case .unreadable: throw .unreadable
            }
        }
    }

    /// The device that signed; nil where nobody claims to have.
    private func signer(of packet: ReportPacket, at now: Instant) async throws(Refusal) -> Device? {
        guard let id = packet.device, let signature = packet.signature else { return nil }
        let found: Device?
        do { found = try await devices.device(id) } catch { throw .fault(error) }
        guard let device = found else { throw .unknownDevice }
        guard device.key.isSignature(signature, of: packet.signed) else { throw .signature }
        guard device.isLive(at: now) else { throw .revoked }
        return device
    }

    private func open(_ packet: ReportPacket, at now: Instant) throws(Refusal) -> ReportContent {
        guard let pair = ring.pair(packet.intake, at: now.millisecondsSinceEpoch) else { throw .intakeKey }
        let plain: [UInt8]
        do {
            plain = try pair.open(
                IntakeKeyPair.Sealed(enc: packet.enc, box: packet.box), info: ReportPacket.purpose,
                associated: packet.associated)
        } catch { throw .unreadable }
        guard let content = ReportContent(plain, id: packet.id) else { throw .content }
        let rules = rules()
        // What was made under other rules is kept as it is: its words may be words of that catalogue.
        guard content.report.catalogHash != rules.catalogHash || rules.knows(content.report) else {
            throw .content
        }
        return content
    }

    /// The unit of the device; for whoever has none, the control centre of the district.
    private func unit(of device: Device?, or district: String?) async throws(Refusal) -> UnitCard? {
        let cards: [UnitCard]
        do { cards = try await units.units() } catch { throw .fault(error) }
        if let device { return cards.first { $0.id == device.unit } }
        let municipality = Territory.municipality(ofDistrict: district)
        return cards.first { $0.institution == Self.centre && $0.municipality == municipality }
    }

    private func marks(
        of content: ReportContent, _ device: Device?, _ unit: UnitCard?, at now: Instant
    ) async throws(Refusal) -> [IntakeMark] {
        var marks: [IntakeMark] = []
        let ahead = content.sent.millisecondsSinceEpoch - now.millisecondsSinceEpoch
        if ahead > Self.mostAhead || ahead < -Self.mostBehind || content.sent < content.made {
            marks.append(.clock)
        }
        let rules = rules()
        if content.report.catalogHash != rules.catalogHash {
            let isKnown: Bool
            do { isKnown = try await book.knowsCatalog(content.report.catalogHash) } catch {
                throw .fault(error)
            }
            marks.append(isKnown ? .catalogOld : .catalogUnknown)
        }
        if let district = content.report.district {
            let municipality = Territory.municipality(ofDistrict: district)
            let isElsewhere = device != nil && unit?.municipality.map { $0 != municipality } ?? false
            if isElsewhere || !rules.hasDistrict(district) { marks.append(.district) }
        }
        if device == nil { marks.append(.unsigned) }
        return marks
    }

    private func seal(
        _ detail: String, to unit: UnitCard?, of id: CaseID
    ) async throws(Refusal) -> SealedBytes? {
        guard let unit else { return nil }
        do {
            guard let key = try await unitKeys.publicKey(of: unit.id) else { return nil }
            return SealedBytes(
                try UnitSealing.sealText(Array(detail.utf8), to: key, in: Self.place(of: id)))
        } catch let fault as JournalFault {
            throw .fault(fault)
        } catch {
            throw .fault(.other(code: "sealing"))
        }
    }

    /// A phone seals a report anew with every answer, under the same id. Nobody else may: what a device has signed, only
    /// that device corrects, and what came through the pages is not corrected by a packet.
    private func keep(
        _ record: IntakeRecord, _ report: StreetReport, _ packet: ReportPacket, _ now: Instant
    ) async throws(Refusal) -> Taken {
        do {
            if let stands = try await book.record(of: packet.id) {
                guard stands.device == nil || stands.device == packet.device else { throw Refusal.content }
            } else if try await !journal.history(of: packet.id).isEmpty {
                throw Refusal.content
            }
            let stands = try await book.keep(record)
            let actor = packet.device?.actor ?? .street
            let receipt = try await journal.record(report, stamp: Stamp(actor: actor, instant: now))
            return Taken(receipt: receipt, marks: stands.marks)
        } catch let refusal as Refusal {
            throw refusal
        } catch let fault as JournalFault {
            throw .fault(fault)
        } catch {
            throw .fault(.other(code: "intake"))
        }
    }

    /// Where the detail of a report belongs.
    public static func place(of id: CaseID) -> SealingContext { SealingContext("report-detail", id.text) }

    private static let centre = "serenazgo"
    /// Two minutes: more than clocks differ, less than anybody could mean.
    private static let mostAhead: Int64 = 120_000
    /// As long as a phone works without a network, and a day.
    private static let mostBehind: Int64 = 31 * 86_400_000
}
