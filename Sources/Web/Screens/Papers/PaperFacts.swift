import HTML

/// Draws labels with their values on a paper, one pair a line; each pair stands in a row that no printer tears apart.
struct PaperFacts {
    let facts: [(label: String, value: HTML)]

    init(_ facts: [(label: String, value: HTML)]) { self.facts = facts }

    var html: HTML {
        let rows: [HTML] = facts.map { "<div><dt>\($0.label)</dt><dd>\($0.value)</dd></div>" }
        return "<dl class=\"facts\">\(rows)</dl>"
    }
}
