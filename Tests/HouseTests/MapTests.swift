import Testing

struct MapTests {
    @Test func `every path that the map names is there`() throws {
        let named = try Clone.text("docs/map.md").matches(
            of: /`((?:Sources|Tests|Catalog|docs|bin|\.ci)\/[^`\s]+)`/
        )
        .map { String($0.output.1) }
        #expect(named.count > 20)
        for path in named {
            #expect(try Clone.has(path), "\(path)")
        }
    }

    @Test func `the map names every target`() throws {
        let map = try Clone.text("docs/map.md")
        for row in try ImportRule.read() {
            #expect(map.contains("Sources/\(row.target)/"), "\(row.target)")
        }
    }
}
