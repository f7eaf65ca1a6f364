import CaseRegister
import Catalog
import HTML
import HTTPTypes
import Hummingbird
import ReferralDomain

/// The papers that anybody may print, and the page that lists them.
struct PublicPapersRoutes: Sendable {
    static let districtField = "distrito"
    static let languageField = "idioma"

    let site: Site
    let clock: @Sendable () -> Instant
    let random: any RandomSource

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.papers.path, use: list)
        router.get(PagePattern.paper.path, use: show)
    }

    @Sendable func list(_ request: Request, _ context: BasicRequestContext) -> Response {
        let chosen = DistrictCookie(isSecure: site.settings.isReachedByHTTPS).district(
            in: request, site.catalog.content.districts)
        let view = PublicPapersView(catalog: site.catalog, chosen: chosen)
        return view.document.response(.ok, site, request)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let fields = FormFields(urlEncoded: (request.uri.query ?? "").utf8)
        guard let asked = context.parameters.get("paper").flatMap(PublicPaper.init),
            let paper = try paper(asked, fields)
        else { throw WebFault.notFound }
        return await PaperDesk(site: site).response(paper, asFile: Paper.isFileWanted(fields), request)
    }

    /// Nil for a district or a language that the catalogue does not have.
    private func paper(_ asked: PublicPaper, _ fields: FormFields) throws -> Paper? {
        let catalog = site.catalog
        let text = fields[Self.districtField] ?? ""
        let district = catalog.content.districts[.init(text)]
        switch asked {
        case .card:
            guard let district else { return nil }
            return try CardPaper(catalog: catalog, district: district, now: clock()).paper
        case .streetSheet:
            guard text.isEmpty || district != nil else { return nil }
            let number = CaseReference(random: random.bytes(CaseReference.randomBytes))
            return try StreetSheetPaper(
                catalog: catalog, district: district, number: number, now: clock()
            ).paper
        case .rights:
            let language = fields[Self.languageField] ?? RightsSheet.spanish.text
            return catalog.content.rightsSheets[.init(language)].map {
                RightsPaper(content: catalog.content, sheet: $0).paper
            }
        }
    }
}
