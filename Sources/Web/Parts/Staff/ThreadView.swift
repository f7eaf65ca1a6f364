import HTML

/// Draws what happened as one line with knots, like a quipu: solid for what is done, dashed for what is owed.
struct ThreadView {
    let knots: [Knot]
    /// Whether the line hangs from the head of the page.
    var isRooted = false

    /// One knot on the line.
    struct Knot {
        let kind: Kind
        let title: HTML
        /// The second line: hour, who, how.
        var detail: HTML?
        /// Where nobody knows what happened between the knot before and this one: said in words.
        var hole: String?
    }

    /// How a knot is tied.
    enum Kind: String, Sendable {
        /// The first sighting.
        case first = "knot first"
        /// An act that was done.
        case done = "knot full"
        /// The person passed into other hands.
        case hand = "knot full hand"
        /// This minute; from here on the line is dashed.
        case current = "knot now"
        /// Still owed.
        case next = "knot"
        /// The last duty, still owed.
        case last = "knot last"
        /// The last duty, done.
        case end = "knot last "
    }

    var html: HTML {
        "<ol class=\"thread\(isRooted ? " rooted" : "")\">\(knots.map(item))</ol>"
    }

    private func item(_ knot: Knot) -> HTML {
        """
        <li\(place(knot.kind).flatMap { Attribute("class", $0) })><span class="\(knot.kind.rawValue)"></span>\
        \(knot.hole.map { "<p class=\"hole small\">\($0)</p>" as HTML })\(knot.title)\
        \(knot.detail.map { "<br>\($0)" as HTML })</li>
        """
    }

    private func place(_ kind: Kind) -> String? {
        switch kind {
        case .current: "turn"
        case .next, .last: "next"
        case .first, .done, .hand, .end: nil
        }
    }
}
