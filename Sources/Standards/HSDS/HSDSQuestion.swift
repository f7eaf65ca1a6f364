public import JSON
public import ReferralDomain

/// What a list of the directory is asked for; what is asked must all hold.
public struct HSDSQuestion: Hashable, Sendable {
    public var search: String?
    /// From 1 on.
    public var page = 1
    public var perPage = Self.perPage
    public var term: String?
    public var taxonomy: String?
    public var organization: String?
    /// Only what was changed then or later.
    public var modifiedAfter: Instant?
    /// Only ids and when they were changed.
    public var isMinimal = false
    /// Each with everything that belongs to it.
    public var isFull = false
    /// Only the terms below this one.
    public var parent: String?

    public static let perPage = 50
    public static let mostPerPage = 500

    public init() {}

    /// The objects that it asks for.
    public func matches(in records: [HSDSRecord]) -> [HSDSRecord] { records.filter(holds) }

    /// The page of a list, as HSDS wraps it.
    public func page(of records: [HSDSRecord]) -> JSON {
        let found = matches(in: records)
        let pages = max(1, (found.count + perPage - 1) / perPage)
        let start = min(found.count, (page - 1).multipliedReportingOverflow(by: perPage).partialValue)
        let shown = page > pages ? [] : Array(found[start..<min(found.count, start + perPage)])
        return [
            "total_items": .integer(Int64(found.count)), "total_pages": .integer(Int64(pages)),
            "page_number": .integer(Int64(page)), "size": .integer(Int64(shown.count)),
            "first_page": .boolean(page == 1), "last_page": .boolean(page >= pages),
            "empty": .boolean(shown.isEmpty), "contents": .array(shown.map(content)),
        ]
    }

    /// How an object of the list is shown.
    public func content(_ record: HSDSRecord) -> JSON {
        guard isMinimal else { return isFull ? record.full : record.brief }
        let modified = record.brief["last_modified"].map { [JSON.Member("modified_date", $0)] } ?? []
        return .object([.init("id", .string(record.id))] + modified)
    }

    private func holds(_ record: HSDSRecord) -> Bool {
        if let organization, record.organization != organization { return false }
        if let term, !record.terms.contains(term) { return false }
        if let taxonomy, !stands(record, in: taxonomy) { return false }
        // No term stands below another.
        if parent != nil { return false }
        if let modifiedAfter, let day = record.brief["last_modified"]?.string,
            let changed = Instant(rfc3339: day), changed < modifiedAfter
        {
            return false
        }
        guard let search else { return true }
        return FoldedText.of(search).split(separator: " ").allSatisfy { record.words.contains($0) }
    }

    private func stands(_ record: HSDSRecord, in taxonomy: String) -> Bool {
        record.brief["taxonomy_id"]?.string == taxonomy
            || (taxonomy == HSDSKinds.taxonomyID && !record.terms.isEmpty)
    }
}
