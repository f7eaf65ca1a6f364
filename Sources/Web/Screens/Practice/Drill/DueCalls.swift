import Catalog
import HTML

/// The calls that a scene asks for, with every number that counts as each of them.
struct DueCalls: Sendable {
    let calls: [Call]
    /// Numbers of whoever must not be told.
    let forbidden: Set<String>

    struct Call: Sendable {
        let step: Identifier<Step>
        let isFirst: Bool
        /// Of the body itself and of those that are next when nobody answers.
        let addresses: Set<String>
    }

    /// - Throws: as the route of the scene.
    init(_ scene: Scene, _ catalog: ProtocolCatalog) throws {
        let due = try scene.calls(in: catalog)
        let situation = scene.situation(in: catalog.content)
        var unanswered = situation
        unanswered.answers[.policeAnswered] = "no"
        unanswered.answers[.prosecutorAnswered] = "no"
        let (route, later) = (try catalog.route(of: situation), try catalog.route(of: unanswered))
        let phones = StepPhones(catalog: catalog, route: route)
        func call(_ step: RouteStep, isFirst: Bool) -> Call? {
            let next = step.step.id == .notifyProsecutor ? later[.notifyProsecutor] : nil
            let isPolice = step.step.id == .notifyPolice || step.step.id == .notifyPoliceUnit
            let hotline = isPolice ? later[.reportHotline] : nil
            let cards = phones.cards(of: [step, next, hotline])
            guard !cards.isEmpty else { return nil }
            return Call(step: step.step.id, isFirst: isFirst, addresses: Set(cards.map(\.address.text)))
        }
        calls =
            due.first.compactMap { call($0, isFirst: true) }
            + due.also.compactMap { call($0, isFirst: false) }
        forbidden = Self.forbidden(situation.answers[.officialImplicated], catalog.content)
            .subtracting(calls.flatMap(\.addresses))
    }

    private static func forbidden(_ implicated: String?, _ content: CatalogContent) -> Set<String> {
        guard let row = implicated.flatMap({ content.implicated[Identifier($0)] }) else { return [] }
        return Set(
            content.contacts.filter { row.institutions.contains($0.institution) }
                .compactMap { $0.dialAddress?.text })
    }
}
