import Access
import CaseRegister
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
        do {
            return try await room.ports.desk.perform(
                act, on: id, seen: reading.seen, declaredAt: declared, by: visitor.acting)
        } catch { throw .desk(error) }
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
            let keys = CaseKeys(room: room)
            return .person(
                person, try await keys.seal(text, into: field, of: person, on: id, by: visitor))
        }
    }
}
