public import Access
public import Catalog

extension VaultRules {
    /// Who may open what, and with which reasons, as a catalogue says.
    public init(_ catalog: ProtocolCatalog) {
        let content = catalog.content
        func codes(_ list: String) -> Set<String> {
            Set(content.codes[Identifier(list)]?.codes.map(\.id) ?? [])
        }
        self.init(
            policy: SealingPolicy(content.compartments), revealReasons: codes("reveal-reasons"),
            searchReasons: codes("search-reasons"))
    }
}

extension SealingPolicy {
    /// The policy of `Catalog/compartments.yaml`; an institution without a row opens nothing.
    init(_ rows: IndexedList<CompartmentRow>) {
        self.init(
            Dictionary(
                rows.map { row in
                    (row.id.text, Row(Set(row.sees), identityUntilHandOver: row.seesIdentityUntilHandOver))
                }, uniquingKeysWith: { first, _ in first }))
    }
}
