import HTML

/// Bars, one a month, each with its number above; a hidden one is a hatched stub with a point.
struct MonthChart {
    let id: String
    let title: String
    let values: [(label: String, count: Int?)]

    var html: HTML {
        let most = max(values.compactMap(\.count).max() ?? 0, 5)
        let step = (Self.right - Self.left) / max(values.count, 1)
        let bars: [HTML] = values.enumerated().map { place, value in
            bar(value, at: Self.left + place * step, width: min(step * 3 / 4, 64), most: most)
        }
        let lines: [HTML] = [0, most / 2, most].map { amount in
            let y = Self.height(amount, most)
            return """
                <path class="axis" d="M\(Self.left) \(y)H\(Self.right)"/>\
                <text class="t2" x="\(Self.left - 6)" y="\(y + 5)" text-anchor="end">\(amount)</text>
                """
        }
        return """
            <svg class="chart wide" viewBox="0 0 640 240" role="img" aria-labelledby="\(id)">\
            <title id="\(id)">\(title)</title>\(FigureHatch.html)\(lines)\(bars)</svg>
            """
    }

    private func bar(_ value: (label: String, count: Int?), at x: Int, width: Int, most: Int) -> HTML {
        let top = value.count.map { Self.height($0, most) } ?? Self.floor - 10
        let middle = x + width / 2
        return """
            <rect class="\(value.count == nil ? "k0" : "fill")" x="\(x)" y="\(top)" width="\(width)" \
            height="\(Self.floor - top)" rx="2"\(FigureHatch.fill(value.count == nil))/>\
            <text class="cv" x="\(middle)" y="\(top - 7)" text-anchor="middle">\(FigureCell.text(value.count))</text>\
            <text class="t2" x="\(middle)" y="220" text-anchor="middle">\(value.label)</text>
            """
    }

    private static func height(_ amount: Int, _ most: Int) -> Int { floor - amount * (floor - 34) / most }

    private static let left = 48
    private static let right = 636
    private static let floor = 200
}

/// The hatching of what is hidden: a pattern, so that nothing hangs on a colour.
enum FigureHatch {
    static let html: HTML = """
        <defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" \
        patternTransform="rotate(45)"><rect class="hb" width="6" height="6"/><path class="hl" d="M0 0V6"/>\
        </pattern></defs>
        """

    static func fill(_ isHidden: Bool) -> Attribute? { Attribute("fill", "url(#hatch)", when: isHidden) }
}

/// What is printed in a cell: the number, or a point for what is small or hidden.
enum FigureCell {
    static let hidden = "\u{B7}"

    static func text(_ count: Int?) -> String { count.map { String($0) } ?? hidden }
}
