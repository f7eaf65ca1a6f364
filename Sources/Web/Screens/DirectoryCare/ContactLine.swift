import Access
import CaseRegister
import Catalog
import ReferralDomain

/// One phone of the directory with how far calls trust it.
struct ContactLine: Equatable, Sendable {
    let id: String
    let institution: String
    let label: String
    let card: CallCard
    let standing: Standing
    /// Since when somebody owes a call that verifies it.
    let owedSince: Instant?
    /// Whether its number differs from the one that the files say.
    let isChanged: Bool

    enum Standing: Equatable, Sendable {
        /// A call was answered on this day.
        case confirmed(String)
        /// The files say that it was verified on this day.
        case published(String)
        case untried, doubted, failing
    }

    /// Nil for what is no phone.
    init?(_ contact: Contact, note: ContactNote, names: CatalogNames) {
        guard let card = CallCard(contact) else { return nil }
        self.card = card
        id = contact.id.text
        institution = names.institution(contact.institution.text)
        label = contact.label
        owedSince = note.trust.owedSince
        isChanged = note.inForce != nil
        switch note.trust.level {
        case .failing: standing = .failing
        case .doubted: standing = .doubted
        case .confirmed: standing = .confirmed(note.trust.answeredAt?.dayText ?? "")
        case .untried:
            standing = contact.isVerified ? .published(contact.checkedOn?.text ?? "") : .untried
        }
    }
}
