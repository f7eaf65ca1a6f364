import CaseRegister
import ReferralDomain

/// A live session with its keys opened, for the length of one request.
struct OpenSession: Sendable {
    let found: FoundSession
    let keys: AccountKeys

    /// What the pages get. A role that reads nothing sealed gets no key of the unit.
    var visitor: Visitor {
        let account = found.holder.account
        let card = found.unit.card
        return Visitor(
            acting: Acting(
                account: account.id, unit: account.unit, institution: card.institution, role: account.role,
                municipality: card.municipality),
            session: found.session.id, formToken: found.session.formToken,
            steppedUpUntil: found.session.times.steppedUpUntil,
            keys: Self.opensContent(account.role) ? try? keys.unit() : nil)
    }

    private static func opensContent(_ role: Role) -> Bool {
        switch role {
        case .operator, .caseManager, .officer: true
        case .sereno, .coordinator, .analyst, .administrator, .auditor, .privacyOfficer: false
        }
    }
}
