import Access
import HTTPTypes
import Hummingbird

/// The addresses that programs ask. The router, the document in OpenAPI and its check are made from this one table.
enum APIPath: String, PathTable {
    case openapi = "/api/openapi.json"

    // The directory, for everybody (HSDS 3.0).
    case hsds = "/api/hsds"
    case services = "/api/hsds/services"
    case service = "/api/hsds/services/:id"
    case organizations = "/api/hsds/organizations"
    case organization = "/api/hsds/organizations/:id"
    case servicesAtLocations = "/api/hsds/service_at_locations"
    case serviceAtLocation = "/api/hsds/service_at_locations/:id"
    case taxonomies = "/api/hsds/taxonomies"
    case taxonomy = "/api/hsds/taxonomies/:id"
    case terms = "/api/hsds/taxonomy_terms"
    case term = "/api/hsds/taxonomy_terms/:id"

    // What a unit received, for who holds a key of it.
    case capability = "/api/fhir/metadata"
    case requests = "/api/fhir/ServiceRequest"
    case request = "/api/fhir/ServiceRequest/:id"
    case tasks = "/api/fhir/Task"
    case task = "/api/fhir/Task/:id"
    case htcds = "/api/htcds"
    case calendar = "/api/calendar.ics"

    var path: RouterPath { RouterPath(stringLiteral: rawValue) }

    /// HEAD is answered wherever GET is. A list may be asked by POST, so that what is searched stands in no address.
    var methods: [HTTPRequest.Method] { isList ? [.get, .head, .post] : [.get, .head] }

    /// Whether it is a list of the directory.
    var isList: Bool { Self.lists.contains(self) }

    /// What a key must be good for; nil where none is needed.
    var scope: APIScope? {
        switch self {
        case .openapi, .hsds, .services, .service, .organizations, .organization, .servicesAtLocations,
            .serviceAtLocation, .taxonomies, .taxonomy, .terms, .term, .capability:
            nil
        case .requests, .request, .tasks, .task: .referrals
        case .htcds: .htcds
        case .calendar: .calendar
        }
    }

    /// The parameters that it understands; any other one is refused, since it would be passed over in silence.
    var parameters: [APIParameter] {
        switch self {
        case .services:
            APIParameter.ofLists + [.term, .taxonomy, .organization, .modifiedAfter, .minimal, .full]
        case .organizations: APIParameter.ofLists + [.term, .taxonomy, .full, .fullService]
        case .servicesAtLocations:
            APIParameter.ofLists + [.term, .taxonomy, .organization, .modifiedAfter, .full]
        case .taxonomies: APIParameter.ofLists
        case .terms: APIParameter.ofLists + [.taxonomy, .topOnly, .parent]
        case .requests, .tasks: [.count, .offset]
        case .htcds: [.fileFormat]
        case .openapi, .hsds, .service, .organization, .serviceAtLocation, .taxonomy, .term, .capability,
            .request, .task, .calendar:
            []
        }
    }

    /// Whether an address is one that programs ask, there or not.
    static func isAsked(_ path: String) -> Bool { path.split(separator: "/").first == "api" }

    private static let lists: Set<APIPath> = [
        .services, .organizations, .servicesAtLocations, .taxonomies, .terms,
    ]
}
