import Catalog
import Foundation
import ReferralDomain
import RouteEngine

/// Measures the engine without a process, a network or a disk around it.
///
/// `Speed CATALOG` prints lines of a name, the median, the least and the most of nanoseconds for one operation.
/// `Speed --count N COMPILED` only decides N times on a compiled catalogue, for a program that counts instructions.
@main
struct Speed {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "--count", let count = arguments.dropFirst().first.flatMap({ Int($0) }) {
            try decide(count, compiled: arguments.last ?? "")
        } else {
            try measure(catalogAt: arguments.first ?? "Catalog")
        }
    }

    private static func decide(_ count: Int, compiled path: String) throws {
        let rulebook = try Rulebook(compiled: Array(Data(contentsOf: URL(filePath: path))))
        let known = Drawn.knowledge(256, of: rulebook)
        var required = 0
        for number in 0..<count {
            required += rulebook.decide(known[number % known.count]).statuses.count { $0.isRequired }
        }
        print(required)
    }

    private static func measure(catalogAt path: String) throws {
        let folder = try CatalogFolder(at: path)
        // Stands in for SHA-256, which is not what is measured here.
        let lengthOnly: ([UInt8]) -> [UInt8] = { [UInt8(truncatingIfNeeded: $0.count)] }
        let reading = CatalogReading(folder, declaredTexts: [], digest: lengthOnly)
        guard let catalog = reading.catalog else { throw Broken(findings: reading.findings.count) }
        let rulebook = catalog.rulebook
        let situations = Drawn.situations(1_000, of: catalog)
        let known = try situations.map { try catalog.knowledge(of: $0) }
        let compiled = rulebook.compiled
        let clock = Stopwatch()

        clock.time("decision", operations: 1_000) { rulebook.decide(known[$0]).order.count }
        try clock.time("decision-from-words", operations: 1_000) {
            rulebook.decide(try catalog.knowledge(of: situations[$0])).order.count
        }
        try clock.time("route", operations: 100) { try catalog.route(of: situations[$0]).steps.count }
        try clock.time("rules-from-bytes", operations: 100) { _ in
            try Rulebook(compiled: compiled).steps.count
        }
        clock.time("catalogue", operations: 1) { _ in
            CatalogReading(folder, declaredTexts: [], digest: lengthOnly).findings.count
        }
    }

    struct Broken: Error { let findings: Int }
}
