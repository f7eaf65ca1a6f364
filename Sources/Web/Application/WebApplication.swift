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
        site = Site(catalog: catalog, settings: settings, app: ports.app)
        self.ports = ports
        self.clock = clock
        self.random = random
        self.logger = logger
    }

    /// A router with every screen; what goes wrong below it leaves as a page in words.
    public func router() -> Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: OutermostMiddleware(site: site, logger: logger, figures: ports.figures))
        AssetRoutes(assets: site.assets).add(to: router)
        HealthRoutes(catalog: site.catalog, journal: ports.reports).add(to: router)
        if let readiness = ports.readiness { ReadyRoutes(site: site, faults: readiness).add(to: router) }
        StreetRoutes(site: site, journal: ports.reports, clock: clock, random: random, logger: logger).add(
            to: router)
        ReceiptRoutes(site: site, journal: ports.reports, logger: logger).add(to: router)
        DirectoryRoutes(site: site).add(to: router)
        ManualRoutes(site: site).add(to: router)
        NeutralRoutes(site: site).add(to: router)
        if let app = site.app { addApp(app, to: router) }
        if let staff = ports.staff { addStaffPages(staff, to: router) }
        if site.settings.isPractice, let practice = ports.practice { addPracticePages(practice, to: router) }
        return router
    }

    /// The pages that only a practice house has.
    private func addPracticePages(_ practice: PracticePorts, to router: Router<BasicRequestContext>) {
        PracticeRoutes(site: site, book: practice.book, clock: clock, random: random, logger: logger)
            .add(to: router)
        CourseRoutes(site: site, book: practice.book, clock: clock, random: random, logger: logger)
            .add(to: router)
        CertificateRoutes(site: site, book: practice.book).add(to: router)
        guard let staff = ports.staff else { return }
        let room = StaffRoom(site: site, ports: staff, clock: clock, random: random, logger: logger)
        MeasuresRoutes(room: room, book: practice.book).add(to: router)
    }

    /// The pages behind the entry, and those that only make sense with them.
    private func addStaffPages(_ staff: StaffPorts, to router: Router<BasicRequestContext>) {
        let room = StaffRoom(site: site, ports: staff, clock: clock, random: random, logger: logger)
        ControlRoutes(room: room).add(to: router)
        InboxRoutes(room: room).add(to: router)
        ReportsRoutes(room: room).add(to: router)
        addKeeperPages(room, to: router)
        if let accounts = staff.accounts {
            EnterRoutes(room: room, accounts: accounts).add(to: router)
            InvitationRoutes(site: site, accounts: accounts).add(to: router)
            AccountRoutes(room: room, accounts: accounts).add(to: router)
            AccountsRoutes(room: room, accounts: accounts).add(to: router)
        }
        if let loop = staff.loop { addLoopPages(room, loop, to: router) }
    }

    /// What phones fetch and send.
    private func addApp(_ app: AppSite, to router: Router<BasicRequestContext>) {
        AppRoutes(site: site, app: app).add(to: router)
        guard let staff = ports.staff else { return }
        let room = StaffRoom(site: site, ports: staff, clock: clock, random: random, logger: logger)
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
