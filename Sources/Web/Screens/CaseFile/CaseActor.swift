import Access
import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Does what a form asks for: reads it, adds what only the house knows, and passes it to the desk.
struct CaseActor: Sendable {
    let room: StaffRoom

    /// Performs the act of a form.
    ///
    /// - Throws: `CaseActFailure` with the field or the refusal.
    func perform(
        _ fields: FormFields, on id: CaseID, by visitor: Visitor
    ) async throws(CaseActFailure) -> CaseState {
        let reading = ActReading(fields)
        let asked: AskedAct
        let declared: Instant?
        do {
            asked = try reading.asked()
            declared = try reading.declaredAt()
        } catch { throw .misread(error) }
        let act = try await act(asked, on: id, by: visitor)
        let state: CaseState
        do {
            state = try await room.ports.desk.perform(
                act, on: id, seen: reading.seen, declaredAt: declared, by: visitor.acting)
        } catch { throw .desk(error) }
        try await follow(act, state, id, visitor)
        return state
    }

    /// The act, with what was looked up or sealed for it.
    private func act(
        _ asked: AskedAct, on id: CaseID, by visitor: Visitor
    ) async throws(CaseActFailure) -> CaseAct {
        switch asked {
        case .act(let act): return act
        case .merge(let reference):
            do {
                return .merge(into: try await room.ports.desk.open(reference, as: visitor.acting).id)
            } catch { throw .unknownReference }
        case .seal(let person, let field, let text):
            return .person(person, try await sealed(text, field, of: person, in: id, by: visitor))
        }
    }

    private func sealed(
        _ text: String, _ field: String, of person: PersonID, in id: CaseID, by visitor: Visitor
    ) async throws(CaseActFailure) -> PersonVerb {
        guard let ports = room.ports.vault else { throw .vault(.notHeld) }
        let list = room.site.catalog.content.codes["fields"]
        guard let compartment = list?.code(field)?.compartment else {
            throw .misread(ActMisread(.sealedField))
        }
        // Nothing is sealed into a case that the visitor may not act on.
        let state: CaseState
        do { state = try await room.ports.desk.open(id, as: visitor.acting) } catch { throw .desk(error) }
        let relation = CaseRelation(
            of: visitor.acting, to: state, at: room.clock(), under: room.ports.rules())
        guard ActPolicy.allows(.seal, to: visitor.acting.role, relation), state.person(person) != nil else {
            throw .desk(.refused(.notNow(nil)))
        }
        do {
            let bytes = try await ports.vault.seal(
                text, at: VaultPlace(case: id, person: person, compartment, field: field),
                by: CaseKeys.holder(visitor),
                for: await CaseKeys(room: room).receivers(of: state, beside: visitor))
            return .seal(field: field, compartment, bytes)
        } catch { throw .vault(error) }
    }

    /// What an act brings with it outside the journal: keys that end, keys that are passed on.
    private func follow(
        _ act: CaseAct, _ state: CaseState, _ id: CaseID, _ visitor: Visitor
    ) async throws(CaseActFailure) {
        switch act {
        case .person(let person, .shred(let reason)):
            do {
                try await room.ports.vault?.vault.shred(person, of: id, because: reason, by: visitor.acting)
            } catch { throw .vault(error) }
        case .person(_, .takeCustody(let holder)):
            await CaseKeys(room: room).withdrawAfterHandOver(
                state, id, to: holder.institution, by: visitor)
        case .person, .claim, .handOver, .settleFact, .merge, .addPerson, .pause, .resume, .takeWord, .climb,
            .breakGlass, .reviewGlass, .askClosing, .close, .reopen, .refer, .referral:
            return
        }
    }
}
