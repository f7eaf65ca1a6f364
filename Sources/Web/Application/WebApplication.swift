public import CaseRegister
public import Catalog
public import Hummingbird
public import Logging
public import ReferralDomain

/// The screens that anybody may open: the street journey, the directory, the manual and the receipt.
public struct WebApplication: Sendable {
    let site: Site
    let journal: any ReportJournal
    let clock: @Sendable () -> Instant
    let random: any RandomSource
    let logger: Logger

    public init(
        catalog: ProtocolCatalog, journal: any ReportJournal, clock: @escaping @Sendable () -> Instant,
        random: any RandomSource, logger: Logger, settings: WebSettings = WebSettings()
    ) {
        site = Site(catalog: catalog, settings: settings)
        self.journal = journal
        self.clock = clock
        self.random = random
        self.logger = logger
    }

    /// A router with every screen; what goes wrong below it leaves as a page in words.
    public func router() -> Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: OutermostMiddleware(site: site, logger: logger))
        AssetRoutes(assets: site.assets).add(to: router)
        HealthRoutes(catalog: site.catalog, journal: journal).add(to: router)
        StreetRoutes(site: site, journal: journal, clock: clock, random: random, logger: logger).add(
            to: router)
        ReceiptRoutes(site: site, journal: journal, logger: logger).add(to: router)
        DirectoryRoutes(site: site).add(to: router)
        ManualRoutes(site: site).add(to: router)
        NeutralRoutes(site: site).add(to: router)
        return router
    }
}
