import HTML

/// How one line differs from the others on a photocopy: its dash and its marker.
enum LineStyle: CaseIterable {
    case solid, dashed, dotted, mixed

    /// The dash of the line; none for a line without gaps of its own.
    var dash: Attribute? {
        switch self {
        case .solid: nil
        case .dashed: Attribute("stroke-dasharray", "10 5")
        case .dotted: Attribute("stroke-dasharray", "2 5")
        case .mixed: Attribute("stroke-dasharray", "12 4 2 4")
        }
    }

    /// A piece of the line with its marker, for a key beside the picture.
    var sample: HTML {
        """
        <svg viewBox="0 0 44 16" aria-hidden="true"><path class="ln"\(dash) d="M1 8H43"/>\(marker(22, 8))</svg>
        """
    }

    /// A disc, a square, a triangle or a ring, twelve units wide.
    func marker(_ x: Int, _ y: Int) -> HTML {
        switch self {
        case .solid: "<circle class=\"mk\" cx=\"\(x)\" cy=\"\(y)\" r=\"5\"/>"
        case .dashed: "<rect class=\"mk\" x=\"\(x - 5)\" y=\"\(y - 5)\" width=\"10\" height=\"10\"/>"
        case .dotted: "<path class=\"mk\" d=\"M\(x) \(y - 7)L\(x + 7) \(y + 5)H\(x - 7)Z\"/>"
        case .mixed: "<circle class=\"mk ring\" cx=\"\(x)\" cy=\"\(y)\" r=\"5\"/>"
        }
    }
}
