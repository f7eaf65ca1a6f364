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
        try await witness(act, reading, on: id, by: visitor)
        do {
            return try await room.ports.desk.perform(
                act, on: id, seen: reading.seen, declaredAt: declared, by: visitor.acting)
        } catch { throw .desk(error) }
    }

    /// Who answers, with the unit in whose inbox the duties then stand: where nobody says which, it is the own
    /// one, that which took the case, or the last one that was told.
    private func withUnit(
        _ holder: Holder, on id: CaseID, by visitor: Visitor
    ) async throws(CaseActFailure) -> Holder {
        guard holder.unit == nil else { return holder }
        let state: CaseState
        do { state = try await room.ports.desk.open(id, as: visitor.acting) } catch { throw .desk(error) }
        let unit: UnitID? =
            switch holder.institution {
            case visitor.acting.institution: visitor.acting.unit
            case room.ports.rules().centre: state.unit
            default: state.lastTold(of: holder.institution)
            }
        return Holder(institution: holder.institution, unit: unit, post: holder.post)
    }

    /// What another body said of a stop is written down with how, when and by whom it was said, before it counts.
    private func witness(
        _ act: CaseAct, _ reading: ActReading, on id: CaseID, by visitor: Visitor
    ) async throws(CaseActFailure) {
        guard case .person(let person, .confirmStop(let purpose, let body)) = act,
            body != visitor.acting.institution
        else { return }
        let said: [String]
        do throws(ActMisread) {
            said = [try reading.channel().rawValue, try reading.code(.post)]
            guard try reading.declaredAt() != nil else { throw ActMisread(.declaredDay) }
        } catch { throw .misread(error) }
        do {
            try await ControlLog(room: room).note(
                .stopSaid, on: id, about: [person.text, purpose.rawValue, body] + said, by: visitor)
        } catch { throw .desk(.fault(error)) }
    }

    /// The act, with what was looked up or sealed for it.
    private func act(
        _ asked: AskedAct, on id: CaseID, by visitor: Visitor
    ) async throws(CaseActFailure) -> CaseAct {
        switch asked {
        case .act(.person(let person, .takeCustody(let holder))):
            return .person(person, .takeCustody(try await withUnit(holder, on: id, by: visitor)))
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

extension CaseState {
    /// The unit of an institution that heard of the case last; nil where none did.
    fileprivate func lastTold(of institution: String) -> UnitID? {
        let told = referrals.filter { referral in
            referral.draft.institution == institution && referral.state != .recalled
                && referral.hops.contains { $0.state != .drafted }
        }
        return told.compactMap(\.draft.unit).last
    }
}
