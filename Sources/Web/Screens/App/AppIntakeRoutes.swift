import Access
import CaseRegister
import Catalog
import HTML
import HTTPTypes
import Hummingbird
import JSON
import Logging
import ReferralDomain
import Sealing

/// What a phone sends: sealed reports, questions what became of them, an enrolment, a handover.
struct AppIntakeRoutes: Sendable {
    let site: Site
    let app: AppSite
    let journal: any ReportJournal
    let units: any UnitBook
    let clock: @Sendable () -> Instant
    let logger: Logger
    /// Whoever has no device asks once a second, ten times at once.
    private let pace = RequestPace(costMilliseconds: 1_000, burst: 10)
    private let limit: AttemptLimit

    init(room: StaffRoom, app: AppSite, journal: any ReportJournal) {
        site = room.site
        self.app = app
        self.journal = journal
        units = room.ports.units
        clock = room.clock
        logger = room.logger
        limit = AttemptLimit(.enrolment, in: room.ports.attempts)
    }

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.post(PagePattern.appReports.path, use: report)
        router.post(PagePattern.appStates.path, use: states)
        router.post(PagePattern.appDevices.path, use: enrol)
        router.post(PagePattern.appHandovers.path, use: handover)
    }

    @Sendable func report(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        guard let json = try await json(of: request) else { return AppAnswer.unreadable }
        let isSigned = json["device"].map { !$0.isNull } ?? false
        if !isSigned, let busy = await wait(request) { return busy }
        do {
            let taken = try await app.ports.reports.take(json)
            let receipt = taken.receipt
            return AppAnswer.ok([
                "code": .string(receipt.reference.text), "id": .string(receipt.id.text),
                "receivedAt": .integer(receipt.receivedAt.millisecondsSinceEpoch),
                "remarks": .array(taken.marks.map { .string($0.rawValue) }),
                "repeat": .boolean(receipt.isRepeat),
            ])
        } catch { return answer(error) }
    }

    private func answer(_ refusal: ReportIntake.Refusal) -> Response {
        switch refusal {
        case .version: return AppAnswer.fault(.upgradeRequired, "version")
        case .tooNew: return AppAnswer.fault(.serviceUnavailable, "closed", retryAfter: 3_600)
        case .unreadable: return AppAnswer.unreadable
        case .signature: return AppAnswer.fault(.unprocessableContent, "signature")
        case .unknownDevice: return AppAnswer.fault(.unprocessableContent, "unknown-device")
        case .content: return AppAnswer.fault(.unprocessableContent, "content")
        case .revoked: return AppAnswer.fault(.forbidden, "revoked")
        case .intakeKey: return AppAnswer.fault(.conflict, "intake-key")
        case .busy(let seconds): return AppAnswer.fault(.tooManyRequests, "busy", retryAfter: seconds)
        case .fault(let fault):
            logger.error("sealed report not recorded", metadata: ["fault": "\(fault)"])
            return AppAnswer.fault(fault)
        }
    }

    /// The four safe words, for whoever knows the ids; an id that nobody has reported is left out.
    @Sendable func states(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        if let busy = await wait(request) { return busy }
        guard let ids = try await json(of: request)?["ids"]?.array, ids.count <= Self.mostIDs else {
            return AppAnswer.unreadable
        }
        var words: [JSON.Member] = []
        do {
            for id in Set(ids.compactMap(\.string)).sorted() {
                guard let id = try? ReportID(reading: id) else { continue }
                let state = CaseState(after: try await journal.history(of: id))
                guard state.version > 0 else { continue }
                words.append(JSON.Member(id.text, .string(SafeWord(of: state).rawValue)))
            }
        } catch { return AppAnswer.fault(error) }
        return AppAnswer.ok(["states": .object(words)])
    }

    @Sendable func enrol(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let address = CallerAddress(request).text
        do {
            guard try await limit.mayTry(from: address, at: clock()) else {
                return AppAnswer.fault(.tooManyRequests, "busy", retryAfter: 600)
            }
        } catch { return AppAnswer.fault(error) }
        guard let json = try await json(of: request), json["v"]?.integer == 1,
            let secret = json["secret"]?.string, let text = json["key"]?.string,
            let key = try? PointKey(text: text)
        else { return AppAnswer.unreadable }
        do {
            let enrolled = try await app.ports.devices.enrol(key, secret: secret)
            return AppAnswer.ok(try await told(enrolled))
        } catch let failure as DeviceDesk.Failure {
            if case .fault(let fault) = failure { return AppAnswer.fault(fault) }
            do {
                try await limit.failed(from: address, at: clock())
            } catch { return AppAnswer.fault(error) }
            return AppAnswer.fault(.unprocessableContent, "secret")
        } catch let fault as JournalFault { return AppAnswer.fault(fault) }
    }

    private func told(_ enrolled: DeviceDesk.Enrolled) async throws -> JSON {
        let device = enrolled.device
        let unit = try await units.units().first { $0.id == device.unit }
        return [
            "centre": .object(
                [JSON.Member("name", .string(unit?.name ?? device.unit.text))] + numbers(of: unit)),
            "device": .string(device.id.text),
            "district": unit?.municipality.map(JSON.string) ?? .null,
            "expiresAt": .integer(device.expires.millisecondsSinceEpoch), "label": .string(device.label),
            "post": .string(device.label),
            "smsKey": .string(Base64URL.text(of: enrolled.smsKey)),
        ]
    }

    /// The number to call the centre at, and the one that takes short messages, where the directory has them.
    private func numbers(of unit: UnitCard?) -> [JSON.Member] {
        guard let unit else { return [] }
        let catalog = site.catalog
        let district = unit.municipality.flatMap { catalog.content.districts[Identifier($0)] }
        let phones = catalog.contacts(
            of: [Identifier(unit.institution)], serving: district, isOfficeTime: false
        ).filter(\.kind.isPhone)
        func member(_ name: String, _ contact: Contact?) -> [JSON.Member] {
            guard let text = contact?.dialAddress?.text else { return [] }
            return [JSON.Member(name, .string(String(text.dropFirst("tel:".count))))]
        }
        return member("phone", phones.first) + member("sms", phones.first { $0.kind == .mobile })
    }

    @Sendable func handover(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        if let busy = await wait(request) { return busy }
        guard let json = try await json(of: request) else { return AppAnswer.unreadable }
        do {
            let record = try await app.ports.handovers.take(json)
            return AppAnswer.ok([
                "id": .string(record.id.text),
                "receivedAt": .integer(record.received.millisecondsSinceEpoch),
                "state": .string(record.conflict == nil ? "recorded" : "conflict"),
            ])
        } catch {
            switch error {
            case .version: return AppAnswer.fault(.upgradeRequired, "version")
            case .unreadable: return AppAnswer.unreadable
            case .signature: return AppAnswer.fault(.unprocessableContent, "signature")
            case .unknownDevice: return AppAnswer.fault(.unprocessableContent, "unknown-device")
            case .fault(let fault): return AppAnswer.fault(fault)
            }
        }
    }

    private func json(of request: Request) async throws -> JSON? { try await AppAnswer.json(of: request) }

    private func wait(_ request: Request) async -> Response? {
        guard let wait = await pace.begin(CallerAddress(request).text, at: clock()) else { return nil }
        return AppAnswer.fault(.tooManyRequests, "busy", retryAfter: Int((wait + 999) / 1_000))
    }

    private static let mostIDs = 50
}
