import Access
public import CaseRegister
public import Catalog
public import Hummingbird
public import Logging
public import ReferralDomain

/// The screens that anybody may open: the street journey, the directory, the manual and the receipt.
public struct WebApplication: Sendable {
    let site: Site
    let ports: WebPorts
    let clock: @Sendable () -> Instant
    let random: any RandomSource
    let logger: Logger

    public init(
        catalog: ProtocolCatalog, ports: WebPorts, clock: @escaping @Sendable () -> Instant,
        random: any RandomSource, logger: Logger, settings: WebSettings = WebSettings()
    ) {
        var site = Site(catalog: catalog, settings: settings, app: ports.app)
        site.press = ports.press
        self.site = site
        self.ports = ports
        self.clock = clock
        self.random = random
        self.logger = logger
    }

    /// A router with every screen, in the language that each browser chose.
    public func router() -> Router<BasicRequestContext> {
        let router = Self.emptyRouter
        let english = Self.emptyRouter
        addScreens(of: Site(site, in: .english), to: english)
        router.add(
            middleware: LanguageMiddleware(
                cookie: LanguageCookie(isSecure: site.settings.isReachedByHTTPS),
                others: [.english: english.buildResponder()]))
        addScreens(of: site, to: router)
        return router
    }

    private static var emptyRouter: Router<BasicRequestContext> {
        Router(context: BasicRequestContext.self, options: [.autoGenerateHeadEndpoints])
    }

    /// The screens in one language; what goes wrong below them leaves as a page in words.
    private func addScreens(of site: Site, to router: Router<BasicRequestContext>) {
        router.add(middleware: OutermostMiddleware(site: site, logger: logger, figures: ports.figures))
        AssetRoutes(assets: site.assets).add(to: router)
        HealthRoutes(catalog: site.catalog, journal: ports.reports).add(to: router)
        if let readiness = ports.readiness { ReadyRoutes(site: site, faults: readiness).add(to: router) }
        StreetRoutes(site: site, journal: ports.reports, clock: clock, random: random, logger: logger).add(
            to: router)
        ReceiptRoutes(site: site, journal: ports.reports, logger: logger).add(to: router)
        DirectoryRoutes(site: site).add(to: router)
        ManualRoutes(site: site).add(to: router)
        PublicPapersRoutes(site: site, clock: clock, random: random).add(to: router)
        NeutralRoutes(site: site).add(to: router)
        LanguageRoutes(site: site).add(to: router)
        AccessibilityRoutes(site: site).add(to: router)
        if let app = site.app { addApp(app, of: site, to: router) }
        if let staff = ports.staff { addStaffPages(staff, of: site, to: router) }
        APIRoutes(site: site, room: ports.staff.map { room($0, of: site) }, clock: clock).add(to: router)
        if site.settings.isPractice, let practice = ports.practice {
            addPracticePages(practice, of: site, to: router)
        }
    }

    /// The pages that only a practice house has.
    private func addPracticePages(
        _ practice: PracticePorts, of site: Site, to router: Router<BasicRequestContext>
    ) {
        PracticeRoutes(site: site, book: practice.book, clock: clock, random: random, logger: logger)
            .add(to: router)
        CourseRoutes(site: site, book: practice.book, clock: clock, random: random, logger: logger)
            .add(to: router)
        CertificateRoutes(site: site, book: practice.book).add(to: router)
        guard let staff = ports.staff else { return }
        let room = room(staff, of: site)
        MeasuresRoutes(room: room, book: practice.book).add(to: router)
    }

    /// The pages behind the entry, and those that only make sense with them.
    private func addStaffPages(
        _ staff: StaffPorts, of site: Site, to router: Router<BasicRequestContext>
    ) {
        let room = room(staff, of: site)
        ControlRoutes(room: room).add(to: router)
        InboxRoutes(room: room).add(to: router)
        ReportsRoutes(room: room).add(to: router)
        addKeeperPages(room, to: router)
        addPapers(room, to: router)
        if let accounts = staff.accounts {
            EnterRoutes(room: room, accounts: accounts).add(to: router)
            InvitationRoutes(site: site, accounts: accounts).add(to: router)
            AccountRoutes(room: room, accounts: accounts).add(to: router)
            AccountsRoutes(room: room, accounts: accounts).add(to: router)
        }
        if let loop = staff.loop { addLoopPages(room, loop, to: router) }
    }

    /// What is printed and handed over, and what comes back on paper.
    private func addPapers(_ room: StaffRoom, to router: Router<BasicRequestContext>) {
        CasePapersRoutes(room: room).add(to: router)
        ImageRoutes(room: room).add(to: router)
        ShiftReportRoutes(room: room).add(to: router)
        CommissionRoutes(room: room).add(to: router)
        IncidentRoutes(room: room).add(to: router)
        StreetSheetRoutes(room: room, journal: ports.reports).add(to: router)
        BringingRoutes(room: room, journal: ports.reports).add(to: router)
    }

    private func room(_ staff: StaffPorts, of site: Site) -> StaffRoom {
        StaffRoom(site: site, ports: staff, clock: clock, random: random, logger: logger)
    }

    /// What phones fetch and send.
    private func addApp(_ app: AppSite, of site: Site, to router: Router<BasicRequestContext>) {
        AppRoutes(site: site, app: app).add(to: router)
        guard let staff = ports.staff else { return }
        let room = room(staff, of: site)
        AppIntakeRoutes(room: room, app: app, journal: ports.reports).add(to: router)
        DevicesRoutes(room: room, devices: app.ports.devices).add(to: router)
        CaseDetailRoutes(room: room, app: app).add(to: router)
    }

    /// The pages of the closed loop: acknowledgements and receipts.
    private func addLoopPages(
        _ room: StaffRoom, _ loop: LoopPorts, to router: Router<BasicRequestContext>
    ) {
        InboxReferralRoutes(room: room, loop: loop).add(to: router)
        ProofRoutes(room: room, loop: loop).add(to: router)
        StopsRoutes(room: room, receipts: loop.receipts).add(to: router)
        AcknowledgementRoutes(room: room, loop: loop, limit: AttemptLimit(.link, in: room.ports.attempts))
            .add(to: router)
        VerificationRoutes(
            room: room, receipts: loop.receipts, limit: AttemptLimit(.receipt, in: room.ports.attempts)
        ).add(to: router)
    }
}
