import Access
import CaseRegister
import Catalog
import ReferralDomain
import RouteEngine

/// Reads what was chosen for each step of a route; what names no step of it is never looked at.
struct ReferReading {
    let scene: CaseScene
    let rules: ProtocolRules
    let book: ReferBook
    let person: PersonID?
    let fields: FormFields?

    /// One step as it may be sent; nil for a step that is nobody's to send.
    func row(of step: RouteStep, draw: () -> ReferralID) -> ReferRow? {
        guard Self.phases.contains(step.step.phase) else { return nil }
        let offered = book.offered(for: step)
        guard let usual = offered.first else { return nil }
        let name = step.step.id.text
        let place = place(of: step)
        let id = fields?[ReferField.id(name)].flatMap { try? ReferralID(reading: $0) }
        let sent = fields?[ReferField.recipient(name)] ?? usual.value
        let found = offered.first { $0.value == sent }
        let recipient = found ?? usual
        let typedWay = fields?[ReferField.channel(name)] ?? ReferRow.usualWay.rawValue
        let way = Channel(rawValue: typedWay).flatMap { $0 == .inSystem ? nil : $0 }
        let isWayWrong = way == nil && recipient.unit == nil
        let rejected = book.rejection(of: step)
        // Whom the body that said no named is chosen; nobody is chosen by the order of a list.
        let isFound = usual.institution == step.institution.id.text || book.suggested(for: step) != nil
        return ReferRow(
            step: step, id: id ?? draw(), offered: offered, place: place,
            isChosen: id == nil ? place == .due && isFound : fields?[ReferField.chosen(name)] == "yes",
            recipient: recipient, way: way ?? ReferRow.usualWay,
            reason: fields?[ReferField.reason(name)] ?? (rejected == nil ? "" : ReferRow.rejected),
            rejected: rejected,
            refusal: found == nil ? refusal(of: sent) : isWayWrong ? .notAWord(field: "channel") : nil)
    }

    private func place(of step: RouteStep) -> ReferRow.Place {
        let institution = step.institution.id.text
        if isSent(step.step.id.text, to: institution) { return .sent }
        guard step.status.isRequired else { return .toKnow }
        return lacking(step.step.id.text, institution).map(ReferRow.Place.lacksConsent) ?? .due
    }

    /// Whether everybody whom it would be about was sent already: for what is open or done nobody is asked
    /// again, and what was sent for the whole case was sent for each of them.
    private func isSent(_ step: String, to institution: String) -> Bool {
        let sent = scene.state.referrals.filter { referral in
            (referral.state.isOpen || referral.state == .done) && referral.draft.step == step
                && (referral.draft.institution == institution || referral.draft.changedBecause != nil)
        }
        let about = person.map { [$0] } ?? scene.state.people.filter { !$0.isShredded }.map(\.id)
        func covers(_ person: PersonID) -> Bool {
            sent.contains { $0.draft.person == nil || $0.draft.person == person }
        }
        return sent.contains { $0.draft.person == nil } || (!about.isEmpty && about.allSatisfy(covers))
    }

    /// What an adult would have to agree to first; nil where nothing is missing.
    private func lacking(_ step: String, _ institution: String) -> Purpose? {
        guard let purpose = rules.consentSteps[step] else { return nil }
        let about = scene.state.people.filter { person == nil || $0.id == person }
        if about.isEmpty { return scene.state.fact("age") == PersonAge.adult.rawValue ? purpose : nil }
        let isMissing = about.contains { person in
            !person.age.countsAsChild
                && !(person.consent(purpose, to: institution)?.allows(at: scene.now) ?? false)
        }
        return isMissing ? purpose : nil
    }

    /// Why a recipient that is not offered is refused: it is implicated, or it is none of the list.
    private func refusal(of value: String) -> Refusal {
        let id = String(value.dropFirst(2))
        let institution = scene.units.first { $0.id.text == id }?.institution ?? id
        let isImplicated = scene.state.isImplicated(institution, under: rules)
        return isImplicated ? .implicated(institution: institution) : .notAWord(field: "institution")
    }

    /// What is sent to somebody: life in danger is a call, and what comes later has its own pages.
    private static let phases: Set<Phase> = [.notify, .prosecutor, .protection]
}
