import Testing

struct ImportRuleTests {
    @Test func `Package.swift declares what the import rule allows, no more and no less`() throws {
        let manifest = try declared()
        #expect(manifest.count > 5)
        for (target, dependencies) in manifest {
            let row = try #require(
                try ImportRule.read().first { $0.target == target }, "\(target) has no row")
            #expect(dependencies == row.ours.union(row.packages), "\(target)")
        }
    }

    @Test func `a target imports only from floors below it`() throws {
        var below: Set<String> = []
        for row in try ImportRule.read() {
            #expect(row.ours.isSubset(of: below), "\(row.target)")
            below.insert(row.target)
        }
    }

    @Test(arguments: ["ReferralDomain", "RouteEngine", "JSON", "CaseRegister", "HTML"])
    func `the inner rooms know no package and no Foundation`(target: String) throws {
        #expect(try ImportRule.read().first { $0.target == target }?.packages == [])
        for path in try Clone.swiftFiles(under: "Sources/\(target)") {
            #expect(
                !(try Clone.text(path).contains(/^[\w ]*\bimport Foundation/.anchorsMatchLineEndings())),
                "\(path)")
        }
    }

    /// The modules that each target of the manifest declares.
    private func declared() throws -> [String: Set<String>] {
        let start = /\.(?:target|executableTarget)\(\s*name: "(\w+)"/
        let manifest = try Clone.text("Package.swift")
        let heads = manifest.matches(of: start)
        var found: [String: Set<String>] = [:]
        for head in heads {
            let rest = manifest[head.range.upperBound...]
            let body = rest.prefix(
                upTo: rest.firstRange(of: /swiftSettings|\n {8}\./)?.lowerBound ?? rest.endIndex)
            found[String(head.output.1)] = dependencies(in: String(body))
        }
        return found
    }

    /// The names in the list of dependencies: plain strings are targets, products name their module.
    private func dependencies(in body: String) -> Set<String> {
        guard let list = body.firstRange(of: "dependencies: [") else { return [] }
        let rest = body[list.upperBound...]
        let inner = rest.prefix(upTo: rest.firstRange(of: "resources:")?.lowerBound ?? rest.endIndex)
        let products = inner.matches(of: /\.product\(name: "(\w+)", package: "[^"]+"\)/).map {
            String($0.output.1)
        }
        let plain = inner.replacing(/\.product\([^)]*\)/, with: "").matches(of: /"(\w+)"/).map {
            String($0.output.1)
        }
        return Set(products + plain)
    }
}
