import ArgumentParser
import Catalog
import Composition
import Foundation
import JSON
import ReferralDomain

/// `ruta route`: whom to tell, in which order and why, from what is known.
struct RouteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "route", abstract: Words[.routeAbstract], discussion: Words[.routeDiscussion])

    @OptionGroup var catalog: CatalogOption

    @Option(help: ArgumentHelp(Words[.districtOption], valueName: "ubigeo"))
    var district: String?

    @Option(help: ArgumentHelp(Words[.atOption], valueName: Words[.timeValue]))
    var at: String?

    @Option(name: .customLong("fact"), help: ArgumentHelp(Words[.factOption], valueName: Words[.factValue]))
    var facts: [String] = []

    @Flag(help: ArgumentHelp(Words[.jsonFlag]))
    var json = false

    @Flag(help: ArgumentHelp(Words[.allFlag]))
    var all = false

    @Flag(help: ArgumentHelp(Words[.batchFlag]))
    var batch = false

    func run() throws {
        let catalog = try catalog.load()
        if batch {
            if district != nil || at != nil || !facts.isEmpty || json || all {
                try refuse(Words[.batchAlone])
            }
            return try RouteBatch(catalog).run()
        }
        let route: Route
        do {
            route = try catalog.route(of: try situation(catalog))
        } catch let misread as Situation.Misread {
            try refuse(Words.of(misread, catalog.content))
        }
        if json {
            Terminal.say(RouteJSON(catalog: catalog, route: route, withAll: all).text)
        } else {
            Terminal.say(RoutePage(catalog: catalog, route: route, withAll: all).text)
        }
    }

    private func situation(_ catalog: ProtocolCatalog) throws -> Situation {
        guard let district else { try refuse(Words[.districtMissing]) }
        var answers: [Identifier<Fact>: String] = [:]
        for text in facts {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
                String.init)
            guard parts.count == 2 else { try refuse(Words[.factShape, ["text": Words.typed(text)]]) }
            let earlier = answers.updateValue(parts[1], forKey: Identifier(parts[0]))
            if let earlier, earlier != parts[1] {
                try refuse(Words[.factTwice, ["fact": Words.typed(parts[0])]])
            }
        }
        return Situation(district: Identifier(district), at: try instant(), answers: answers)
    }

    private func instant() throws -> Instant {
        guard let at else { return SystemClock.now().wholeSecond }
        guard let instant = Instant(rfc3339: at) else {
            try refuse(Words[.timeShape, ["text": Words.typed(at)]])
        }
        return instant
    }

    /// One line on standard error, nothing on standard output, exit 64 (EX_USAGE).
    private func refuse(_ line: String) throws -> Never {
        Terminal.warn(line)
        throw ExitCode(64)
    }
}
