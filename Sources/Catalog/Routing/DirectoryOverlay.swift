public import ReferralDomain

/// What calls and changes say about contacts, laid over what the files say.
///
/// The files stay the edition that was published; the overlay is what was learned since. It can change a number
/// and how far it is trusted, never whose number it is nor whom it serves, and it takes no contact away.
public struct DirectoryOverlay: Equatable, Sendable {
    public var notes: [Identifier<Contact>: Note]

    public init(_ notes: [Identifier<Contact>: Note] = [:]) { self.notes = notes }

    /// What is known of one contact since the edition.
    public struct Note: Equatable, Sendable {
        /// The number in force; nil where nobody changed it.
        public var number: Number?
        public var trust: Trust

        public init(number: Number? = nil, trust: Trust = .asPublished) {
            self.number = number
            self.trust = trust
        }
    }

    public struct Number: Hashable, Sendable {
        /// Digits only.
        public let value: String
        public let `extension`: String?

        public init(value: String, extension: String? = nil) {
            self.value = value
            self.extension = `extension`
        }
    }

    /// How far calls trust a contact.
    public enum Trust: Equatable, Sendable {
        /// Nobody has called since the edition, or since the number was changed.
        case asPublished
        /// The last call was answered on this day.
        case confirmed(PlainDate)
        /// The last call was not answered: the number must be verified again.
        case doubted
        /// It does not work: whoever else of the same body answers comes first.
        case failing
    }
}

extension ProtocolCatalog {
    /// The same catalogue with what was learned about its contacts; a note about an unknown contact is nothing.
    public func applying(_ overlay: DirectoryOverlay) -> ProtocolCatalog {
        saying(content.applying(overlay))
    }
}

extension CatalogContent {
    fileprivate func applying(_ overlay: DirectoryOverlay) -> CatalogContent {
        var content = self
        content.contacts = IndexedList(
            contacts.map { contact in
                overlay.notes[contact.id].map { Contact(contact, noting: $0) } ?? contact
            })
        return content
    }
}
