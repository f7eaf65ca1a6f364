import HTML

/// A map of squares, one a district, with its number printed in it; the shade says it again.
struct DistrictMap {
    let id: String
    let title: String
    /// What is printed for each district, by its code; a code that is missing is hidden.
    let counts: [String: Int]
    let name: (String) -> String
    let ocean: String

    var html: HTML {
        let tiles: [HTML] = DistrictTiles.all.map(tile)
        return """
            <svg class="chart wide" viewBox="0 0 \(DistrictTiles.columns * Self.step) \
            \(DistrictTiles.rows * Self.step)" role="img" aria-labelledby="\(id)"><title id="\(id)">\(title)</title>\
            \(FigureHatch.html)<text class="t2" x="4" y="580">\(ocean)</text>\(tiles)</svg>
            """
    }

    /// Where the shades begin: of the largest number a quarter, a half and three quarters, to the nearest five.
    static func borders(_ counts: [String: Int]) -> [Int] {
        let most = max(counts.values.max() ?? 0, 20)
        return (1...3).map { ($0 * most / 4 + 4) / 5 * 5 }
    }

    private func tile(_ tile: DistrictTiles.Tile) -> HTML {
        let count = counts[tile.ubigeo]
        let shade = count.map { count in 1 + Self.borders(counts).count { $0 <= count } } ?? 0
        let (x, y) = (tile.column * Self.step + 2, tile.row * Self.step + 2)
        let ink = shade == 4 ? "o4" : shade == 3 ? "o3" : "o1"
        return """
            <g><title>\(name(tile.ubigeo)): \(FigureCell.text(count))</title>\
            <rect class="k\(shade)" x="\(x)" y="\(y)" width="52" height="52" rx="4"\(FigureHatch.fill(count == nil))/>\
            <text class="\(ink)" x="\(x + 26)" y="\(y + 21)" text-anchor="middle">\(tile.letters)</text>\
            <text class="cv \(ink)" x="\(x + 26)" y="\(y + 42)" text-anchor="middle">\(FigureCell.text(count))</text></g>
            """
    }

    private static let step = 56
}
