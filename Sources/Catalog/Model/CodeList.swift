public import ReferralDomain

/// One closed list of codes, such as the reasons for a rejection: what a person may choose instead of writing.
public struct CodeList: CatalogItem {
    public let id: Identifier<CodeList>
    public let place: Place
    /// What the list asks, such as "Por qué no toma el caso".
    public let title: String
    public let codes: [Code]

    /// One choice of a list.
    public struct Code: Sendable {
        public let id: String
        public let place: Place
        public let label: String
        public let note: String?
        /// The law that allows it; empty where none is needed.
        public let sources: [Identifier<Source>]
        /// Only in the list `fields`: the part of the case in which the text is sealed.
        public let compartment: Compartment?
        /// Only in the list `consent-steps`: the purpose that an adult must have agreed to.
        public let purpose: String?
        /// Only for states and obligations: who acts next, in words.
        public let owner: String?
        /// Only for states: what that act is, in words.
        public let next: String?
    }

    /// The code with this id; nil where the list has none.
    public func code(_ id: String) -> Code? { codes.first { $0.id == id } }
}

extension CatalogContent {
    /// The words for a code of a list; nil where the list or the code is unknown.
    public func label(of code: String, in list: String) -> String? {
        codes[Identifier(list)]?.code(code)?.label
    }
}
