import CaseRegister
import Catalog
import HTTPTypes
import Hummingbird
import Logging
import ReferralDomain

/// The street journey: four pages at one address, from the first look to what comes next.
struct StreetRoutes: Sendable {
    let site: Site
    let journal: any ReportJournal
    let clock: @Sendable () -> Instant
    let random: any RandomSource
    let logger: Logger

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.street.path, use: begin)
        router.post(PagePattern.street.path, use: goOn)
    }

    /// The first page of a new report; the district is remembered from the last one.
    @Sendable func begin(_ request: Request, _ context: BasicRequestContext) throws -> Response {
        var form = StreetForm(report: try ReportID(drawnFrom: random))
        form.district = cookie.district(in: request, site.catalog.content.districts)
        let visit = StreetVisit(form: form, page: .start, findings: [], at: clock(), isFresh: true)
        return document(for: visit, .notTried, try route(of: visit)).response(.ok, site, request)
    }

    /// Takes the answers in and shows the page that was asked for.
    ///
    /// Whatever is wrong with the answers or with the journal, the numbers to call are shown.
    @Sendable func goOn(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let now = clock()
        let reading = StreetFormReading(
            try await FormFields(of: request), content: site.catalog.content,
            fresh: try ReportID(drawnFrom: random), now: now)
        // The last page says what was received; an answer that could not be read must be looked at first.
        let page = reading.findings.isEmpty || reading.to != .sent ? reading.to : .seen
        let visit = StreetVisit(
            form: reading.form, page: page, findings: reading.findings, at: now, isFresh: false)
        let route = try route(of: visit)
        let saving = await save(visit)
        let status: HTTPResponse.Status = reading.findings.isEmpty ? .ok : .unprocessableContent
        var response = document(for: visit, saving, route).response(status, site, request)
        if let district = visit.form.district { response.setCookie(cookie.remembering(district)) }
        return response
    }

    private func route(of visit: StreetVisit) throws -> Route {
        try site.catalog.route(of: visit.form.situation(at: visit.at, in: site.catalog.content))
    }

    private func document(for visit: StreetVisit, _ saving: Saving, _ route: Route) -> Document {
        StreetDocument(
            visit: visit, saving: saving, catalog: site.catalog, route: route, hasApp: site.hasApp,
            isPractice: site.settings.isPractice
        ).document
    }

    /// Records what is known, on the pages that say so; an answer that was not understood is never recorded.
    ///
    /// The advice that is recorded is that of the moment at which the page was shown: the same form sent again an hour
    /// later is the same report.
    private func save(_ visit: StreetVisit) async -> Saving {
        guard visit.page == .calls || visit.page == .sent, visit.findings.isEmpty else { return .notTried }
        do {
            let situation = visit.form.situation(at: visit.form.shownAt ?? visit.at, in: site.catalog.content)
            let report = try visit.form.streetReport(
                advisedBy: site.catalog.route(of: situation), of: site.catalog)
            let receipt = try await journal.record(report, stamp: Stamp(actor: .street, instant: visit.at))
            return .saved(receipt)
        } catch {
            logger.error("report not recorded", metadata: ["fault": "\(Self.code(of: error))"])
            return .failed
        }
    }

    private static func code(of error: any Error) -> String {
        (error as? JournalFault).map { "\($0)" } ?? "\(type(of: error))"
    }

    private var cookie: DistrictCookie { DistrictCookie(isSecure: site.settings.isReachedByHTTPS) }
}

/// One showing of a street page.
struct StreetVisit: Equatable, Sendable {
    let form: StreetForm
    let page: StreetPage
    let findings: [StreetFinding]
    let at: Instant
    /// Whether the report begins here, so that the phone may draw its own id.
    let isFresh: Bool
    /// What a drill carries along; nil on the street.
    var drill: DrillPass?
}

/// What became of the report on the way to the journal.
enum Saving: Equatable, Sendable {
    case notTried
    case saved(Receipt)
    case failed
}
