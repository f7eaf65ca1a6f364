import Catalog
import HTML

/// One number that can be called with one tap.
struct CallCard: Hashable, Sendable {
    let digits: String
    let `extension`: String?
    let address: Address
    /// Whose number it is, in the words of the directory.
    let label: String
    let isVerified: Bool
    /// Whether it is only pressed in a drill: nothing is dialled then.
    var isRehearsed = false

    /// A card for a contact; nil for what cannot be called.
    init?(_ contact: Contact, label: String? = nil) {
        guard let address = contact.dialAddress else { return nil }
        digits = contact.spokenDigits
        self.extension = contact.extension
        self.address = address
        self.label = label ?? contact.label
        isVerified = contact.isVerified
    }

    /// The same number, pressed in a drill or dialled.
    func rehearsed(_ isRehearsed: Bool) -> CallCard {
        var card = self
        card.isRehearsed = isRehearsed
        return card
    }
}
