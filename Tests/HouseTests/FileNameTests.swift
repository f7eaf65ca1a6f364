import Testing

struct FileNameTests {
    @Test(arguments: ["Sources", "Tests"])
    func `a file is named after its type, or its type and an aspect`(folder: String) throws {
        let excused = try Clone.text("bin/budget-exceptions").split(separator: "\n")
        let files = try Clone.swiftFiles(under: folder)
            .filter { path in !excused.contains { $0.hasPrefix("\(path) | name |") } }
        #expect(!files.isEmpty)
        for path in files {
            let type = path.split(separator: "/").last?.dropLast(".swift".count).prefix { $0 != "+" } ?? ""
            #expect(try declaredTypes(in: path).contains(String(type)), "\(path)")
        }
    }

    /// Names of the types that a file declares or extends at its top; of `A.B`, each part.
    private func declaredTypes(in path: String) throws -> Set<String> {
        let declaration = /^[\w@() ]*\b(?:struct|enum|class|actor|protocol|extension|typealias) ([\w.]+)/
            .anchorsMatchLineEndings()
        let names = try Clone.text(path).matches(of: declaration)
            .filter { !$0.output.0.hasPrefix(" ") }.map { $0.output.1 }
        return Set(names.flatMap { [String($0)] + $0.split(separator: ".").map(String.init) })
    }
}
