import Testing

struct TestNameTests {
    @Test func `the name of every test is a sentence`() throws {
        let files = try Clone.swiftFiles(under: "Tests").filter { $0.hasSuffix("Tests.swift") }
        #expect(!files.isEmpty)
        for path in files {
            for name in try testNames(in: path) {
                #expect(name.hasPrefix("`") && name.count(where: { $0 == " " }) >= 2, "\(path): \(name)")
            }
        }
    }

    @Test func `no suite carries a bare attribute`() throws {
        for path in try Clone.swiftFiles(under: "Tests") {
            #expect(try Clone.text(path).firstMatch(of: bareSuite) == nil, "\(path)")
        }
    }

    private let bareSuite = /^\s*@Suite\s*(?:\n|struct|enum|final|actor)/.anchorsMatchLineEndings()

    /// The names of the functions that follow `@Test`, with their backquotes.
    private func testNames(in path: String) throws -> [String] {
        let blocks = try Clone.text(path).split(separator: /^[ ]*@Test\b/.anchorsMatchLineEndings())
            .dropFirst()
        return blocks.compactMap { $0.firstMatch(of: /func (`[^`]+`|\w+)/).map { String($0.output.1) } }
    }
}
