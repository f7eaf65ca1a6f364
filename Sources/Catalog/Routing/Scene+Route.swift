extension Scene {
    /// The true situation; a sign says something only where no fact is written.
    public func situation(in content: CatalogContent) -> Situation {
        var answers = Dictionary(facts.map { ($0.fact, $0.value) }, uniquingKeysWith: { first, _ in first })
        for implied in signs.compactMap({ content.indicators[$0] }).flatMap(\.implies)
        where answers[implied.fact] == nil {
            answers[implied.fact] = implied.value
        }
        return Situation(district: district, at: at, answers: answers)
    }

    /// Whom the guard should call, as the rules in force have it.
    ///
    /// - Throws: as `route(of:)`; a checked scene never does.
    public func calls(in catalog: ProtocolCatalog) throws -> StreetCalls {
        let route = try catalog.route(of: situation(in: catalog.content))
        return isPresumed ? StreetCalls(route) : StreetCalls(savingLivesOn: route)
    }
}
