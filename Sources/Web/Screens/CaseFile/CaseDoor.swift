import Access
import CaseRegister
import HTTPTypes
import Hummingbird
import ReferralDomain

/// Opens a case for a visitor: what they may see of it, with what is owed and the names of the units.
struct CaseDoor: Sendable {
    let room: StaffRoom

    /// The case of an address, as the visitor sees it.
    ///
    /// - Throws: `WebFault.notFound` where there is none or the visitor may not know of it; both look the same.
    func scene(
        _ id: CaseID, for visitor: Visitor, memory: FormMemory = .empty
    ) async throws -> CaseScene {
        let now = room.clock()
        let history: [RecordedEvent]
        do {
            history = try await room.ports.journal.history(of: id)
        } catch { throw WebFault.broken }
        let rules = room.ports.rules()
        let state = CaseState(after: history)
        let relation = CaseRelation(of: visitor.acting, to: state, at: now, under: rules)
        guard relation != .none else { throw WebFault.notFound }
        var scene = CaseScene(
            id: id, state: state, history: history, relation: relation, visitor: visitor, now: now,
            obligations: Self.obligations(of: state, rules, visitor.acting, relation),
            names: CatalogNames(room.site.catalog),
            units: (try? await room.ports.units.units()) ?? [], memory: memory)
        let decision = Decision(state: state, id: id, by: visitor.acting, at: now, rules: rules)
        scene.isClaimable = !decision.outcome(of: .claim).events.isEmpty
        scene.sealable = CaseKeys(room: room).sealable(in: scene)
        if relation == .owner, let app = room.site.app { scene.intake = await CaseIntake(of: id, in: app) }
        return scene
    }

    /// The id of the case in an address.
    ///
    /// - Throws: `WebFault.notFound` where the text cannot be an id.
    static func id(_ context: BasicRequestContext) throws -> CaseID {
        guard let text = context.parameters.get("case"), let id = try? CaseID(reading: text) else {
            throw WebFault.notFound
        }
        return id
    }

    /// What is owed, the nearest clock first, as far as the relation shows it.
    private static func obligations(
        of state: CaseState, _ rules: ProtocolRules, _ acting: Acting, _ relation: CaseRelation
    ) -> [Obligation] {
        let all = state.obligations(under: rules)
        if CaseView.shows(.obligations, to: relation) { return all }
        guard CaseView.shows(.ownObligations, to: relation) else { return [] }
        return all.filter { owed in
            owed.unit.map { $0 == acting.unit } ?? (owed.institution == acting.institution)
        }
    }
}
