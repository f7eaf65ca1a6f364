import JSON

/// What may be asked of a list, in the query or in the body.
enum APIParameter: String, CaseIterable, Sendable {
    case search
    case page
    case perPage = "per_page"
    case format
    case term = "taxonomy_term_id"
    case taxonomy = "taxonomy_id"
    case organization = "organization_id"
    case modifiedAfter = "modified_after"
    case minimal, full
    case fullService = "full_service"
    case topOnly = "top_only"
    case parent = "parent_id"
    // Of FHIR.
    case count = "_count"
    case offset = "_offset"
    /// Of HTCDS: the same name, other words.
    case fileFormat = "as"

    static let ofLists: [APIParameter] = [.search, .page, .perPage, .format]

    /// The form of its value.
    var kind: Kind {
        switch self {
        case .search: .text(most: 100)
        case .term, .taxonomy, .organization, .parent: .text(most: 64)
        case .page: .number(1...1_000_000)
        case .perPage: .number(1...500)
        case .count: .number(1...50)
        case .offset: .number(0...10_000)
        case .format: .word(["json", "ndjson"])
        case .fileFormat: .word(["json", "csv"])
        case .modifiedAfter: .moment
        case .minimal, .full, .fullService, .topOnly: .truth
        }
    }

    enum Kind: Equatable, Sendable {
        case text(most: Int)
        case number(ClosedRange<Int64>)
        case word([String])
        case moment
        case truth
    }

    /// Its JSON Schema.
    var schema: JSON {
        switch kind {
        case .text(let most):
            // Without control characters: none can be searched for.
            [
                "type": "string", "minLength": 1, "maxLength": .integer(Int64(most)),
                "pattern": "^[^\\u0000-\\u001F\\u007F-\\u009F]+$",
            ]
        case .number(let range):
            [
                "type": "integer", "minimum": .integer(range.lowerBound),
                "maximum": .integer(range.upperBound),
            ]
        case .word(let words): ["type": "string", "enum": .array(words.map(JSON.string))]
        case .moment: ["type": "string", "format": "date-time"]
        case .truth: ["type": "boolean"]
        }
    }
}
