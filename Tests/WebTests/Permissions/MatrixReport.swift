/// What was seen.
struct MatrixReport: Sendable {
    /// How many requests were judged.
    var requests = 0
    /// How many were sent again to the twin.
    var twins = 0
    var findings: [String] = []
    /// The pages that were shown, by page and relation.
    var shown: Set<String> = []
    /// What requests were about.
    var objects: Set<String> = []

    mutating func add(_ other: Self) {
        requests += other.requests
        twins += other.twins
        findings += other.findings
        shown.formUnion(other.shown)
        objects.formUnion(other.objects)
    }
}
