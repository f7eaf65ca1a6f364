public import Access
public import Catalog

extension SealingPolicy {
    /// The policy of `Catalog/compartments.yaml`; an institution without a row opens nothing.
    public init(_ rows: IndexedList<CompartmentRow>) {
        self.init(
            Dictionary(
                rows.map { row in
                    (row.id.text, Row(Set(row.sees), identityUntilHandOver: row.seesIdentityUntilHandOver))
                }, uniquingKeysWith: { first, _ in first }))
    }
}
