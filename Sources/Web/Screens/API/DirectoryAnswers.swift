import Catalog
import HTTPTypes
import Hummingbird
import JSON
import Standards

/// What anybody may ask: the directory in HSDS, what the server can do, and the document of it all.
struct DirectoryAnswers: Sendable {
    let site: Site

    func answer(_ path: APIPath, _ query: APIQuery, id: String?) async throws -> Response {
        switch path {
        case .openapi: return APIAnswer.json(APIDocument(site: site).json, isPublic: true)
        case .hsds: return APIAnswer.json(Self.root, isPublic: true)
        case .capability:
            let day = site.catalog.edition.publishedOn
            return APIAnswer.json(FHIRServer.capability(on: day), as: APIPath.fhir, isPublic: true)
        case .services, .service, .organizations, .organization, .servicesAtLocations, .serviceAtLocation,
            .taxonomies, .taxonomy, .terms, .term:
            let records = Self.records(path, in: HSDSPublication(site.catalog))
            return try Self.answer(records, query, id: id, isList: path.isList)
        case .requests, .request, .tasks, .task, .htcds, .calendar: throw APIFault.notFound
        }
    }

    /// What HSDS calls the root of a publication.
    static let root: JSON = [
        "version": .string(HSDSPublication.version), "profile": .string(APIPath.hsds.rawValue),
        "openapi_url": .string(APIPath.openapi.rawValue),
    ]

    static func records(_ path: APIPath, in publication: HSDSPublication) -> [HSDSRecord] {
        switch path {
        case .services, .service: publication.services
        case .organizations, .organization: publication.organizations
        case .servicesAtLocations, .serviceAtLocation: publication.servicesAtLocations
        case .taxonomies, .taxonomy: publication.taxonomies
        case .terms, .term: publication.terms
        case .openapi, .hsds, .capability, .requests, .request, .tasks, .task, .htcds, .calendar: []
        }
    }

    private static func answer(
        _ records: [HSDSRecord], _ query: APIQuery, id: String?, isList: Bool
    ) throws -> Response {
        guard isList else {
            guard let record = records.first(where: { $0.id == id }) else { throw APIFault.notFound }
            return APIAnswer.json(record.full, isPublic: true)
        }
        let question = HSDSQuestion(query)
        guard query[.format] == "ndjson" else {
            return APIAnswer.json(question.page(of: records), isPublic: true)
        }
        let lines = question.matches(in: records).map { question.content($0).bytes() + [0x0A] }
        return APIAnswer.bytes(lines.flatMap(\.self), as: APIPath.lines, isPublic: true)
    }
}

extension HSDSQuestion {
    /// What a program asked, in the words of the directory.
    init(_ query: APIQuery) {
        self.init()
        search = query[.search]
        page = query.number(.page) ?? 1
        perPage = query.number(.perPage) ?? Self.perPage
        term = query[.term]
        taxonomy = query[.taxonomy]
        organization = query[.organization]
        modifiedAfter = query.modifiedAfter
        isMinimal = query.isOn(.minimal)
        isFull = query.isOn(.full) || query.isOn(.fullService)
        parent = query[.parent]
    }
}
