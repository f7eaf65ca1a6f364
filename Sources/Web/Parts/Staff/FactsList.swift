import HTML

/// Draws labels with their values, one pair a line.
struct FactsList {
    let facts: [(label: String, value: HTML)]

    init(_ facts: [(label: String, value: HTML)]) { self.facts = facts }

    var html: HTML {
        let pairs: [HTML] = facts.map { "<dt>\($0.label)</dt><dd>\($0.value)</dd>" }
        return "<dl class=\"facts\">\(pairs)</dl>"
    }
}
