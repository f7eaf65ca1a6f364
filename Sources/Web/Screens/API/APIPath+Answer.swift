extension APIPath {
    /// What it answers, as the document says it: the media types, each with the name of its schema.
    var answers: [(media: String, schema: String)] {
        switch self {
        case .openapi: [(Self.json, "OpenAPI")]
        case .hsds: [(Self.json, "HSDSRoot")]
        case .services: Self.list("ServicePage")
        case .service: [(Self.json, "Service")]
        case .organizations: Self.list("OrganizationPage")
        case .organization: [(Self.json, "Organization")]
        case .servicesAtLocations: Self.list("ServiceAtLocationPage")
        case .serviceAtLocation: [(Self.json, "ServiceAtLocation")]
        case .taxonomies: Self.list("TaxonomyPage")
        case .taxonomy: [(Self.json, "Taxonomy")]
        case .terms: Self.list("TaxonomyTermPage")
        case .term: [(Self.json, "TaxonomyTerm")]
        case .capability: [(Self.fhir, "Capability")]
        case .requests: [(Self.fhir, "ServiceRequestBundle")]
        case .request: [(Self.fhir, "ServiceRequest")]
        case .tasks: [(Self.fhir, "TaskBundle")]
        case .task: [(Self.fhir, "Task")]
        case .htcds: [(Self.json, "HTCDSRows"), (Self.csv, "Lines")]
        case .calendar: [(Self.ics, "Calendar")]
        }
    }

    /// The words for what it does.
    var summary: APIText {
        switch self {
        case .openapi: .summaryOpenAPI
        case .hsds: .summaryRoot
        case .services, .organizations, .servicesAtLocations, .taxonomies, .terms: .summaryList
        case .service, .organization, .serviceAtLocation, .taxonomy, .term: .summaryOne
        case .capability: .summaryCapability
        case .requests, .tasks: .summaryReferrals
        case .request, .task: .summaryReferral
        case .htcds: .summaryHTCDS
        case .calendar: .summaryCalendar
        }
    }

    static let json = "application/json"
    static let lines = "application/x-ndjson"
    static let fhir = "application/fhir+json"
    static let csv = "text/csv"
    static let ics = "text/calendar"

    private static func list(_ schema: String) -> [(media: String, schema: String)] {
        [(json, schema), (lines, "Lines")]
    }
}
